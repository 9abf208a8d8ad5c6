import { FormField } from "./form-field.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";

/** One of several answers, or a number from 0 to 10; a choice can be taken back. */
export class ChoiceField extends FormField {
  /** @param {HTMLElement} element */
  constructor(element) {
    super(element, element.dataset.field);
    this.choices = [...element.querySelectorAll("input[type=radio]")];
    this.takeBack = neededPart("ChoiceField", element, "[data-unchoose]");
    this.takeBack.addEventListener("click", () => {
      const chosen = this.chosen;
      this.write(undefined);
      chosen?.focus();
      this.element.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  get chosen() {
    return this.choices.find((choice) => choice.checked);
  }

  get isFilled() {
    return Boolean(this.chosen);
  }

  render() {
    this.takeBack.hidden = !this.chosen;
  }

  read() {
    return this.chosen?.value;
  }

  write(value) {
    for (const choice of this.choices) {
      choice.checked = choice.value === value;
    }
    this.render();
  }

  /** A choice that the form does not offer any more has no place in it. */
  unmatched(value) {
    const isOffered = this.choices.some((choice) => choice.value === value);
    return typeof value === "string" && !isOffered ? { [this.name]: value } : {};
  }

  accepts(value) {
    return typeof value === "string";
  }

  outline() {
    const label = this.chosen?.closest("label").querySelector("span");
    const text = labelText(this.element.querySelector(".field__label"));
    return { heading: headingOf(this.element), text, answer: labelText(label ?? null) };
  }
}
