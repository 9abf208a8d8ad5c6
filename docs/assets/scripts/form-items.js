/**
 * One item of a form: a box to tick, a box for "does not apply", and perhaps room for an answer.
 */
export class FormItem {
  /** @param {HTMLElement} element The item's list entry. */
  constructor(element) {
    const name = element.dataset.item;
    const field = (suffix) => element.querySelector(`[name="${name}${suffix}"]`);
    this.element = element;
    this.tick = field("");
    this.notApplicable = field("/not-applicable");
    this.answer = field("/answer");
    this.printed = element.querySelector(".form-item__printed");
    this.text = element.querySelector(".form-item__text").textContent.trim();
    this.group = element.closest("[data-group]").dataset.group;
  }

  /** Whether the reader has dealt with it: ticked, answered, or set aside. */
  get isDone() {
    return this.tick.checked || this.notApplicable.checked || this.answerText !== "";
  }

  /** The answer without spaces around it; empty where the item asks for none. */
  get answerText() {
    return this.answer ? this.answer.value.trim() : "";
  }

  /** Something is ticked or it does not apply, not both: the later choice holds. */
  settle(changed) {
    if (changed === this.tick && this.tick.checked) {
      this.notApplicable.checked = false;
    } else if (changed === this.notApplicable && this.notApplicable.checked) {
      this.tick.checked = false;
    }
  }

  /** Puts the answer where it is printed from, since a text area would clip it, and marks what is done for paper. */
  mirrorAnswer() {
    this.element.toggleAttribute("data-done", this.isDone && !this.notApplicable.checked);
    if (this.printed) {
      this.printed.textContent = this.answerText;
    }
  }

  /** @returns {{ticked: boolean, notApplicable: boolean, answer: string}} All that the reader put in. */
  read() {
    return {
      ticked: this.tick.checked,
      notApplicable: this.notApplicable.checked,
      answer: this.answer ? this.answer.value : "",
    };
  }

  /** @param {{ticked: boolean, notApplicable: boolean, answer: string}} state What `read` gave earlier. */
  write(state) {
    this.tick.checked = state.ticked;
    this.notApplicable.checked = state.notApplicable;
    if (this.answer) {
      this.answer.value = state.answer;
    }
    this.mirrorAnswer();
  }
}

/** An item with nothing in it. */
export const EMPTY = Object.freeze({ ticked: false, notApplicable: false, answer: "" });
