/**
 * Says below a date whose year can hardly be meant, such as 26, to look at it again. The date stays: an older file may
 * hold it.
 *
 * @param {HTMLInputElement} input With the first and the last day that can be meant.
 * @param {string} text What is said.
 * @returns {boolean} Whether it is said.
 */
export function noticeYear(input, text) {
  const { rangeUnderflow, rangeOverflow } = input.validity;
  const isOdd = rangeUnderflow || rangeOverflow;
  if (isOdd && !hasYearNote(input)) {
    const note = document.createElement("span");
    note.className = "year-note";
    note.textContent = text;
    input.after(note);
    // It stands in the label of some fields only.
    input.setAttribute("aria-description", text);
  } else if (!isOdd && hasYearNote(input)) {
    input.nextElementSibling.remove();
    input.removeAttribute("aria-description");
  }
  return isOdd;
}

/** @param {HTMLInputElement} input */
export function hasYearNote(input) {
  return Boolean(input.nextElementSibling?.matches(".year-note"));
}
