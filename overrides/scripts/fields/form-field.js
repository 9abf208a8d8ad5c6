/**
 * What a form asks of each of its fields. Every kind of field has besides:
 *
 * - `isFilled`: whether the reader has dealt with it;
 * - `read()` and `write(value)`: its answer as a file holds it, undefined where there is none;
 * - `accepts(value)`: whether a file can hold this for it;
 * - `outline(words)`: what it says and what was answered, for a text.
 *
 * A kind whose input has a type of its own, by the kind's name, also answers for cells of tables that have such an input,
 * by `static isValue(value)` and `static written(value, words)`.
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
   * Does what a change asks of the field itself, such as letting the later of two choices hold that cannot both be.
   *
   * @param {HTMLElement} changed What the reader changed last.
   */
  onInput(changed) {}

  /** Shows the answer wherever else it stands, such as where it is printed from. */
  render() {}

  /**
   * @param {unknown} value What `accepts` let in.
   * @returns {object} What of it the field has no place for, by the names that it is shown with.
   */
  unmatched(value) {
    return {};
  }
}
