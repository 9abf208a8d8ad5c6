import { AnswerField } from "./answer-field.js";
import { neededPart } from "../lib/needed-part.js";
import { writeText } from "../fields/text-input.js";

/**
 * A question of a self-test: one answer or several, an order, or what to say. Looked at as often as the reader wants;
 * nothing is counted.
 */
export class QuestionField extends AnswerField {
  /**
   * @param {HTMLElement} element
   * @param {Record<string, string>} words What the form says, in the language of the page.
   */
  constructor(element, words) {
    super(element, words);
    this.asks = element.dataset.asks;
    this.right = element.dataset.right.split(" ");
    this.ownWords = element.querySelector("textarea");
    this.printed = element.querySelector(".field__printed");
    this.again = neededPart("QuestionField", element, "[data-again]");
    this.again.addEventListener("click", () => this.retry());
  }

  get isFilled() {
    return this.read() !== undefined;
  }

  onInput(changed) {
    if (changed !== this.ownWords) {
      super.onInput(changed);
    }
  }

  check() {
    const { chosen } = this;
    if (chosen.length === 0) {
      this.say(this.words.chooseFirst);
      return;
    }
    const verdict = this.judge(chosen);
    this.say(this.words[verdict]);
    // What would be right stays to be found, as long as it is not: only what was chosen is explained.
    const isOrder = this.asks === "order";
    this.explain(verdict === "right" || isOrder ? null : chosen, verdict === "right" || !isOrder);
    this.again.hidden = false;
  }

  /** @returns {"right" | "wrong" | "incomplete" | "otherOrder" | "places"} */
  judge(chosen) {
    if (this.asks === "order") {
      const places = new Set(this.inputs.map((input) => input.value));
      if (places.has("") || places.size < this.inputs.length) {
        return "places";
      }
      return chosen.every((name, place) => name === this.right[place]) ? "right" : "otherOrder";
    }
    if (chosen.some((name) => !this.right.includes(name))) {
      return "wrong";
    }
    return chosen.length === this.right.length ? "right" : "incomplete";
  }

  retry() {
    this.choose([]);
    this.close();
    this.inputs[0].focus();
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  close() {
    super.close();
    this.again.hidden = true;
  }

  render() {
    if (this.printed) {
      this.printed.textContent = this.ownWords.value.trim();
    }
    for (const input of this.inputs.filter((other) => other.matches("select"))) {
      input.nextElementSibling.textContent = input.value;
    }
  }

  read() {
    const { chosen } = this;
    switch (this.asks) {
      case "one":
        return chosen[0];
      case "several":
        return chosen.length ? Object.fromEntries(chosen.map((name) => [name, true])) : undefined;
      case "order": {
        const placed = this.inputs.filter((input) => input.value);
        return placed.length
          ? Object.fromEntries(placed.map((input) => [input.dataset.answer, Number(input.value)]))
          : undefined;
      }
      default: {
        const said = { words: this.ownWords.value, sentence: chosen[0] };
        const entries = Object.entries(said).filter(([, value]) => value);
        return entries.length ? Object.fromEntries(entries) : undefined;
      }
    }
  }

  write(value) {
    if (this.asks === "order") {
      for (const input of this.inputs) {
        input.value = String(value?.[input.dataset.answer] ?? "");
      }
    } else if (this.asks === "several") {
      this.choose(Object.keys(value ?? {}));
    } else {
      this.choose([this.asks === "say" ? value?.sentence : value]);
    }
    if (this.ownWords) {
      writeText(this.ownWords, value?.words);
    }
    this.close();
    this.render();
  }

  accepts(value) {
    if (this.asks === "one") {
      return typeof value === "string";
    }
    if (typeof value !== "object" || Array.isArray(value)) {
      return false;
    }
    const members = Object.entries(value);
    switch (this.asks) {
      case "several":
        return members.every(([, member]) => member === true);
      case "order":
        return members.every(([, place]) => Number.isInteger(place) && place >= 1);
      default:
        return members.every(([key, member]) => ["words", "sentence"].includes(key) && typeof member === "string");
    }
  }

  /** An answer that the question does not offer any more, or a place that it has not, has no place in it. */
  unmatched(value) {
    const isOffered = (name) => this.inputs.some((input) => input.dataset.answer === name);
    if (this.asks === "one") {
      return isOffered(value) ? {} : { [this.name]: value };
    }
    if (this.asks === "say") {
      const { sentence } = value;
      return sentence === undefined || isOffered(sentence) ? {} : { [`${this.name}/sentence`]: sentence };
    }
    const gone = Object.entries(value).filter(([name, place]) => !isOffered(name) || place > this.inputs.length);
    return Object.fromEntries(gone.map(([name, member]) => [`${this.name}/${name}`, member]));
  }

  get answerText() {
    const byPlace = this.asks === "order" ? this.chosen.map((name, place) => `${place + 1}. ${this.textOf(name)}`) : null;
    const chosen = byPlace ?? this.chosen.map((name) => this.textOf(name));
    return [this.ownWords?.value.trim(), ...chosen].filter(Boolean).join("\n");
  }
}
