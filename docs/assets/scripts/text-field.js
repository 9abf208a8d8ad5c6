import { headingOf, labelText } from "./labels.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param {string} value As a date field has it: YYYY-MM-DD.
 * @returns {boolean} Whether there is such a day.
 */
export function isDate(value) {
  return typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {string} value YYYY-MM-DD, or empty.
 * @param {Element} element Whose language the date is written in.
 * @returns {string}
 */
export function writtenDate(value, element) {
  if (!isDate(value)) {
    return "";
  }
  const { lang } = element.closest("[lang]");
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value));
}

/** A text, short or long, or a date. */
export class TextField {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.name = element.dataset.field;
    this.input = element.querySelector("input, textarea");
    this.printed = element.querySelector(".field__printed");
  }

  get isFilled() {
    return this.text !== "";
  }

  /** What was answered, as it is printed. */
  get text() {
    const { value, type } = this.input;
    return type === "date" ? writtenDate(value, this.element) : value.trim();
  }

  settle() {}

  mirror() {
    this.printed.textContent = this.text;
  }

  read() {
    return this.input.value || undefined;
  }

  write(value) {
    // A field of one line drops line ends, and would join words by it.
    this.input.value = this.input.matches("textarea") ? (value ?? "") : (value ?? "").replace(/[\r\n]+/g, " ");
    this.mirror();
  }

  rest() {
    return {};
  }

  accepts(value) {
    return this.input.type === "date" ? isDate(value) : typeof value === "string";
  }

  outline() {
    const text = labelText(this.element.querySelector(".field__label"));
    return { heading: headingOf(this.element), text, answer: this.text };
  }
}
