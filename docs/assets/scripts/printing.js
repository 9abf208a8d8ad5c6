/**
 * Prints the page with its form filled in or blank.
 *
 * @param {HTMLFormElement} form
 * @param {"filled" | "blank"} way
 */
export function printForm(form, way) {
  form.dataset.print = way;
  window.addEventListener("afterprint", () => delete form.dataset.print, { once: true });
  window.print();
}
