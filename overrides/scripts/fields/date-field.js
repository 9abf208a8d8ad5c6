import { TextField } from "./text-field.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A day, as a browser asks for one. */
export class DateField extends TextField {
  /**
   * @param {HTMLElement} element
   * @param {Record<string, string>} words What the form says, in the language of the page.
   */
  constructor(element, words) {
    super(element);
    this.words = words;
  }

  /**
   * @param {unknown} value
   * @returns {boolean} Whether it is a day, as a field or a cell has it: YYYY-MM-DD.
   */
  static isValue(value) {
    if (typeof value !== "string" || !DATE.test(value)) {
      return false;
    }
    // Browsers take the 31st of February for a day in March.
    const day = new Date(`${value}T00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  }

  /**
   * @param {string} value As above, or empty.
   * @param {Record<string, string>} words
   * @returns {string} As the page's language writes it.
   */
  static written(value, words) {
    const format = new Intl.DateTimeFormat(words.dateLocale, { dateStyle: "long", timeZone: "UTC" });
    return DateField.isValue(value) ? format.format(new Date(value)) : "";
  }

  get text() {
    return DateField.written(this.input.value, this.words);
  }

  accepts(value) {
    return DateField.isValue(value);
  }
}
