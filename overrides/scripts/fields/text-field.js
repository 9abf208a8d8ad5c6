import { FormField } from "./form-field.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";
import { writeText } from "./text-input.js";

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

/** A text, short or long, or a date. */
export class TextField extends FormField {
  /**
   * @param {HTMLElement} element
   * @param {Record<string, string>} words What the form says, in the language of the page.
   */
  constructor(element, words) {
    super(element, element.dataset.field);
    this.words = words;
    this.input = neededPart("TextField", element, "input, textarea");
    this.printed = neededPart("TextField", element, ".field__printed");
  }

  get isFilled() {
    return this.text !== "";
  }

  /** What was answered, as it is printed. */
  get text() {
    const { value, type } = this.input;
    return type === "date" ? writtenDate(value, this.words.dateLocale) : value.trim();
  }

  mirror() {
    this.printed.textContent = this.text;
  }

  read() {
    return this.input.value || undefined;
  }

  write(value) {
    writeText(this.input, value);
    this.mirror();
  }

  accepts(value) {
    return this.input.type === "date" ? isDate(value) : typeof value === "string";
  }

  outline() {
    const text = labelText(this.element.querySelector(".field__label"));
    return { heading: headingOf(this.element), text, answer: this.text };
  }
}
