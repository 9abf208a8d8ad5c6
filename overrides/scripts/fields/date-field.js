import { TextField } from "./text-field.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param {string} value As a date field has it: YYYY-MM-DD.
 * @returns {boolean} Whether there is such a day.
 */
export function isDate(value) {
  if (typeof value !== "string" || !DATE.test(value)) {
    return false;
  }
  // Browsers take the 31st of February for a day in March.
  const day = new Date(`${value}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/**
 * @param {string} value YYYY-MM-DD, or empty.
 * @param {string} locale How the page's language writes dates, e.g. en-GB.
 * @returns {string}
 */
export function writtenDate(value, locale) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return isDate(value) ? format.format(new Date(value)) : "";
}

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

  get text() {
    return writtenDate(this.input.value, this.words.dateLocale);
  }

  accepts(value) {
    return isDate(value);
  }
}
