import { FormField } from "./form-field.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";

/** Something to tick. */
export class TickField extends FormField {
  /** @param {HTMLElement} element */
  constructor(element) {
    super(element, element.dataset.field);
    this.input = neededPart("TickField", element, "input");
  }

  get isFilled() {
    return this.input.checked;
  }

  read() {
    return this.input.checked || undefined;
  }

  write(value) {
    this.input.checked = value === true;
  }

  accepts(value) {
    return value === true;
  }

  outline(words) {
    return {
      heading: headingOf(this.element),
      mark: this.isFilled ? words.doneMark : words.openMark,
      text: labelText(this.element.querySelector("label")),
      answer: "",
    };
  }
}
