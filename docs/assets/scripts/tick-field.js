import { headingOf, labelText } from "./labels.js";

/** Something to tick. */
export class TickField {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.name = element.dataset.field;
    this.input = element.querySelector("input");
  }

  get isFilled() {
    return this.input.checked;
  }

  settle() {}

  mirror() {}

  read() {
    return this.input.checked || undefined;
  }

  write(value) {
    this.input.checked = value === true;
  }

  rest() {
    return {};
  }

  accepts(value) {
    return value === true;
  }

  outline(words) {
    return {
      heading: headingOf(this.element),
      mark: this.isFilled ? words.wordDoneMark : words.wordOpenMark,
      text: labelText(this.element.querySelector("label")),
      answer: "",
    };
  }
}
