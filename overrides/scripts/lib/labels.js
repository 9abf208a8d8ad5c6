/**
 * The text of a label in the page's own language, without a second language that stands in it for paper.
 *
 * @param {Element | null} element
 * @returns {string}
 */
export function labelText(element) {
  if (!element) {
    return "";
  }
  const own = element.querySelector(":scope .first-language") ?? element;
  return own.textContent.replace(/\s+/g, " ").trim();
}

/**
 * The heading of the part of a form that an element stands in.
 *
 * @param {Element} element
 * @returns {string}
 */
export function headingOf(element) {
  const part = element.closest(".part, .form__group");
  return labelText(part?.querySelector(":scope > legend"));
}

/**
 * The parts of a form that the professional keeps: they are on nobody else's paper, and in no text of the form.
 *
 * @param {HTMLFormElement} form
 * @returns {Set<string>} Their names, with which the names of their fields begin.
 */
export function keptParts(form) {
  return new Set([...form.querySelectorAll("[data-paper=professional]")].map((part) => part.dataset.part));
}

/**
 * Whether the reader left out what an element stands in, or it does not belong to the short version that they chose.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export function isLeftOut(element) {
  const part = element.closest(".part");
  const isShort = part?.form.elements["short-version"]?.checked;
  return Boolean(part && ((isShort && !part.hasAttribute("data-short")) || part.querySelector("[name$='/left-out']:checked")));
}
