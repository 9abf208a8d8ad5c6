/**
 * Copies a part of the page for paper: nothing in it can be filled in or pressed, no id is there twice, and a screen
 * reader does not read it.
 *
 * @param {HTMLElement} part
 * @returns {HTMLElement}
 */
export function paperCopy(part) {
  const copy = part.cloneNode(true);
  copy.setAttribute("data-paper-copy", "");
  copy.setAttribute("aria-hidden", "true");
  for (const field of copy.querySelectorAll("input, textarea, select, button")) {
    field.remove();
  }
  for (const named of [copy, ...copy.querySelectorAll("[id], [for]")]) {
    named.removeAttribute("id");
    named.removeAttribute("for");
  }
  return copy;
}

/** Takes all copies off the page again. */
export function removePaperCopies() {
  for (const copy of document.querySelectorAll("[data-paper-copy]")) {
    copy.remove();
  }
}
