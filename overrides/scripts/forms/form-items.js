import { FormField } from "../fields/form-field.js";
import { headingOf, labelText } from "../lib/labels.js";

/** One item of a list: a box to tick, a box for "does not apply", and perhaps room for an answer. */
export class FormItem extends FormField {
  /** @param {HTMLElement} element The item's list entry. */
  constructor(element) {
    super(element, element.dataset.item);
    const field = (suffix) => element.querySelector(`[name="${this.name}${suffix}"]`);
    this.tick = field("");
    this.notApplicable = field("/not-applicable");
    this.answer = field("/answer");
    this.printed = element.querySelector(".form-item__printed");
  }

  /** Whether the reader has dealt with it: ticked, answered, or set aside. */
  get isFilled() {
    return this.tick.checked || this.notApplicable.checked || this.answerText !== "";
  }

  /** The answer without spaces around it; empty where the item asks for none. */
  get answerText() {
    return this.answer ? this.answer.value.trim() : "";
  }

  /** Something is ticked or it does not apply, not both: the later choice holds. */
  onInput(changed) {
    if (changed === this.tick && this.tick.checked) {
      this.notApplicable.checked = false;
    } else if (changed === this.notApplicable && this.notApplicable.checked) {
      this.tick.checked = false;
    }
  }

  /** Puts the answer where it is printed from, since a text area would clip it, and marks what is done for paper. */
  render() {
    this.element.toggleAttribute("data-done", this.isFilled && !this.notApplicable.checked);
    if (this.printed) {
      this.printed.textContent = this.answerText;
    }
  }

  /** @returns {{done?: boolean, "not-applicable"?: boolean, answer?: string} | undefined} Only what is so. */
  read() {
    const value = {};
    if (this.tick.checked) {
      value.done = true;
    }
    if (this.notApplicable.checked) {
      value["not-applicable"] = true;
    }
    if (this.answer?.value) {
      value.answer = this.answer.value;
    }
    return Object.keys(value).length ? value : undefined;
  }

  write(value) {
    this.tick.checked = Boolean(value?.done);
    this.notApplicable.checked = Boolean(value?.["not-applicable"]);
    if (this.answer) {
      this.answer.value = value?.answer ?? "";
    }
    this.render();
  }

  /** Takes from an answer what the item has no place for: an answer where it has become something to tick. */
  unmatched(value) {
    return !this.answer && typeof value?.answer === "string" ? { [`${this.name}/answer`]: value.answer } : {};
  }

  accepts(value) {
    return (
      typeof value === "object" &&
      !Array.isArray(value) &&
      Object.entries(value).every(([key, part]) =>
        key === "answer" ? typeof part === "string" : ["done", "not-applicable"].includes(key) && part === true,
      ) &&
      !(value.done && value["not-applicable"])
    );
  }

  /** What it says and what was answered, for a text. */
  outline(words) {
    let mark = words.openMark;
    if (this.notApplicable.checked) {
      mark = words.notApplicableMark;
    } else if (this.isFilled) {
      mark = words.doneMark;
    }
    const text = labelText(this.element.querySelector(".form-item__text"));
    return { heading: headingOf(this.element), mark, text, answer: this.answerText };
  }
}
