import { FormField } from "../fields/form-field.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";

/** Something to choose from that explains each choice: what questions and the steps of a case share. */
export class AnswerField extends FormField {
  /**
   * @param {HTMLElement} element
   * @param {Record<string, string>} words What the form says, in the language of the page.
   */
  constructor(element, words) {
    super(element, element.dataset.field);
    this.words = words;
    this.inputs = [...element.querySelectorAll("[data-answer]")];
    this.verdict = neededPart("AnswerField", element, "[data-verdict]");
    this.why = neededPart("AnswerField", element, "details");
    neededPart("AnswerField", element, "[data-check]").addEventListener("click", () => this.check());
    // Its title promises all explanations: where only some are shown it shows the others, before it folds them away.
    neededPart("AnswerField", this.why, "summary").addEventListener("click", (event) => {
      if (this.why.querySelector("[data-entry][hidden]")) {
        event.preventDefault();
        this.showOnly(null);
      }
    });
  }

  /** The names of what is chosen; of an order in that order. */
  get chosen() {
    const isOrder = this.inputs[0].matches("select");
    const chosen = this.inputs.filter((input) => (isOrder ? input.value : input.checked));
    if (isOrder) {
      chosen.sort((one, other) => one.value - other.value);
    }
    return chosen.map((input) => input.dataset.answer);
  }

  /** @param {string[]} names Of what is to be chosen; nothing of an order. */
  choose(names) {
    for (const input of this.inputs) {
      if (input.matches("select")) {
        input.value = "";
      } else {
        input.checked = names.includes(input.dataset.answer);
      }
    }
  }

  /** A change makes what was said of the choice before untrue. */
  onInput() {
    this.close();
  }

  /**
   * @param {string[] | null} names Of the entries to explain; null for all.
   * @param {boolean} isOpen Whether the reader sees it at once.
   */
  explain(names, isOpen) {
    this.showOnly(names);
    this.element.toggleAttribute("data-looked-at", true);
    this.why.open = isOpen;
  }

  showOnly(names) {
    for (const entry of this.why.querySelectorAll("[data-entry]")) {
      entry.hidden = names !== null && !names.includes(entry.dataset.entry);
    }
  }

  close() {
    this.element.removeAttribute("data-looked-at");
    this.why.open = false;
    this.showOnly(null);
    this.say("");
  }

  say(text) {
    this.verdict.textContent = text;
  }

  textOf(name) {
    const input = this.inputs.find((other) => other.dataset.answer === name);
    return labelText(input.closest("label").querySelector("span:last-child"));
  }

  outline() {
    const text = labelText(this.element.querySelector("legend"));
    return { heading: headingOf(this.element), text, answer: this.answerText };
  }
}
