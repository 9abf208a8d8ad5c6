import { EMPTY, FormItem } from "./form-items.js";
import { CopyBox } from "./copy-box.js";
import { Clearing } from "./clearing.js";
import { printForm } from "./printing.js";
import { toPlainText } from "./plain-text.js";

/**
 * A list to fill in: counts what is done, and answers its buttons. What is typed lives in the fields and nowhere else.
 */
export class ListForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.items = [...form.querySelectorAll("[data-item]")].map((element) => new FormItem(element));
    this.progress = form.querySelector("[data-progress]");
    this.message = form.querySelector("[data-message]");
    this.copyBox = new CopyBox(form.querySelector("[data-copy-box]"));
    this.clearing = new Clearing(this.items, form.querySelector('[data-action="undo"]'));

    form.addEventListener("input", (event) => this.onInput(event.target));
    form.addEventListener("click", (event) => this.onClick(event));
    // A browser may put answers back when a page is shown again.
    window.addEventListener("pageshow", () => this.update());
    this.update();
  }

  /** Whose pages the form belongs to. */
  get audiences() {
    return this.words.audience.split(" ");
  }

  get isFilled() {
    return this.items.some((item) => item.isDone);
  }

  /** Empties the form for good: nothing to put back, nothing left to print or copy. */
  empty() {
    for (const item of this.items) {
      item.write(EMPTY);
    }
    this.copyBox.close();
    this.clearing.forget();
    this.say("");
    this.update();
  }

  onInput(changed) {
    for (const item of this.items) {
      item.settle(changed);
    }
    this.clearing.forget();
    this.say("");
    this.update();
  }

  onClick(event) {
    const button = event.target.closest("[data-action]");
    if (!button) {
      return;
    }
    const actions = {
      "print-filled": () => printForm(this.form, "filled"),
      "print-blank": () => printForm(this.form, "blank"),
      "copy": () => this.copy(),
      "close-copy": () => this.closeCopy(),
      "clear": () => this.clear(),
      "undo": () => this.undo(),
    };
    actions[button.dataset.action]();
  }

  async copy() {
    const title = document.querySelector("h1").textContent.trim();
    const text = toPlainText(title, this.items, {
      done: this.words.wordDoneMark,
      open: this.words.wordOpenMark,
      notApplicable: this.words.wordNotApplicableMark,
      date: this.words.wordDate,
    });
    const copied = await this.copyBox.offer(text);
    this.say(copied ? this.words.wordCopied : this.words.wordCopyHere);
  }

  closeCopy() {
    this.copyBox.close();
    this.say("");
    this.form.querySelector('[data-action="copy"]').focus();
  }

  clear() {
    this.copyBox.close();
    const cleared = this.clearing.clear();
    this.update();
    this.say(cleared ? this.words.wordCleared : this.words.wordNothing);
  }

  undo() {
    this.clearing.undo();
    this.update();
    this.say(this.words.wordRestored);
    this.form.querySelector('[data-action="clear"]').focus();
  }

  update() {
    for (const item of this.items) {
      item.mirrorAnswer();
    }
    const done = this.items.filter((item) => item.isDone).length;
    const text = this.words.wordProgress.replace("{done}", done).replace("{total}", this.items.length);
    // A screen reader speaks an output each time it changes, so it changes with the count only.
    if (this.progress.textContent !== text) {
      this.progress.textContent = text;
    }
  }

  /** @param {string} text */
  say(text) {
    this.message.textContent = text;
  }
}
