import { headingOf } from "./labels.js";

const BLANK = "……";

/** A sentence with blanks, to say or to read out. */
export class SentenceField {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.name = element.dataset.field;
    this.sentence = element.querySelector(".sentence");
    this.blanks = new Map(
      [...element.querySelectorAll("input")].map((input) => [input.name.slice(this.name.length + 1), input]),
    );
  }

  get isFilled() {
    return [...this.blanks.values()].some((input) => input.value.trim() !== "");
  }

  settle() {}

  mirror() {
    for (const printed of this.element.querySelectorAll("[data-blank]")) {
      printed.textContent = this.blanks.get(printed.dataset.blank).value.trim();
    }
  }

  read() {
    const filled = [...this.blanks].filter(([, input]) => input.value).map(([name, input]) => [name, input.value]);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }

  write(value) {
    for (const [name, input] of this.blanks) {
      input.value = (value?.[name] ?? "").replace(/[\r\n]+/g, " ");
    }
    this.mirror();
  }

  rest(value) {
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

  /**
   * @param {string} sentence With its blanks in braces.
   * @returns {string} The sentence with the answers in the blanks.
   */
  fill(sentence) {
    return sentence.replace(/\{([^{}]*)\}/g, (_, blank) => this.blanks.get(blank)?.value.trim() || BLANK);
  }

  outline() {
    return { heading: headingOf(this.element), text: this.fill(this.sentence.dataset.labelText), answer: "" };
  }
}
