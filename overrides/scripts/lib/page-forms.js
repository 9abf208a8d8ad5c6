/** @returns {HTMLFormElement[]} The forms to fill in on the page that is shown: another language brings others. */
export function pageForms() {
  return [...document.querySelectorAll("form[data-form]")];
}
