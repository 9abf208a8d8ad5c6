import { FormField } from "./form-field.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";
import { writeText } from "./text-input.js";

/** A text, short or long. */
export class TextField extends FormField {
  /** @param {HTMLElement} element */
  constructor(element) {
    super(element, element.dataset.field);
    this.input = neededPart("TextField", element, "input, textarea");
    this.printed = neededPart("TextField", element, ".field__printed");
  }

  get isFilled() {
    return this.text !== "";
  }

  /** What was answered, as it is printed. */
  get text() {
    return this.input.value.trim();
  }

  render() {
    this.printed.textContent = this.text;
  }

  read() {
    return this.input.value || undefined;
  }

  write(value) {
    writeText(this.input, value);
    this.render();
  }

  /** @returns {boolean} */
  accepts(value) {
    return typeof value === "string";
  }

  outline() {
    const text = labelText(this.element.querySelector(".field__label"));
    return { heading: headingOf(this.element), text, answer: this.text };
  }
}
