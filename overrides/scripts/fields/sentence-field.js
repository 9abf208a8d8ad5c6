import { FormField } from "./form-field.js";
import { headingOf } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";
import { fillBlanks } from "./sentence-blanks.js";
import { writeText } from "./text-input.js";

const DOTS_IN_TEXT = "……";

/** A sentence with blanks, to say or to read out. */
export class SentenceField extends FormField {
  /** @param {HTMLElement} element */
  constructor(element) {
    super(element, element.dataset.field);
    this.sentence = neededPart("SentenceField", element, ".sentence");
    this.blanks = new Map(
      [...element.querySelectorAll("textarea")].map((input) => [input.name.slice(this.name.length + 1), input]),
    );
  }

  get isFilled() {
    return [...this.blanks.keys()].some((name) => this.textOf(name) !== "");
  }

  /** What a blank says, on one line as the sentence itself. */
  textOf(name) {
    return this.blanks.get(name)?.value.replace(/\s+/g, " ").trim();
  }

  render() {
    for (const printed of this.element.querySelectorAll("[data-blank]")) {
      printed.textContent = this.textOf(printed.dataset.blank);
    }
  }

  read() {
    const filled = [...this.blanks].filter(([, input]) => input.value).map(([name, input]) => [name, input.value]);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }

  write(value) {
    for (const [name, input] of this.blanks) {
      writeText(input, value?.[name]);
    }
    this.render();
  }

  unmatched(value) {
    const gone = Object.entries(value ?? {}).filter(([name]) => !this.blanks.has(name));
    return Object.fromEntries(gone.map(([name, text]) => [`${this.name}/${name}`, text]));
  }

  accepts(value) {
    return (
      typeof value === "object" &&
      !Array.isArray(value) &&
      Object.values(value).every((text) => typeof text === "string")
    );
  }

  outline() {
    const answerTo = (blank) => this.textOf(blank);
    const text = fillBlanks(this.sentence.dataset.labelText, answerTo, DOTS_IN_TEXT);
    return { heading: headingOf(this.element), text, answer: "" };
  }
}
