/**
 * What a form asks of each of its fields. Every kind of field has besides:
 *
 * - `isFilled`: whether the reader has dealt with it;
 * - `read()` and `write(value)`: its answer as a file holds it, undefined where there is none;
 * - `accepts(value)`: whether a file can hold this for it;
 * - `outline(words)`: what it says and what was answered, for a text.
 */
export class FormField {
  /**
   * @param {HTMLElement} element
   * @param {string} name Unique in the form; files hold its answer by it.
   */
  constructor(element, name) {
    this.element = element;
    this.name = name;
  }

  /**
   * Lets the later of two choices hold that cannot both be.
   *
   * @param {HTMLElement} changed What the reader changed last.
   */
  settle(changed) {}

  /** Puts the answer where it is printed from. */
  mirror() {}

  /**
   * @param {unknown} value What `accepts` let in.
   * @returns {object} What of it the field has no place for, by the names that it is shown with.
   */
  rest(value) {
    return {};
  }
}
