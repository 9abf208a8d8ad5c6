import { CopyBox } from "./copy-box.js";
import { download } from "../files/download.js";
import { FIELD_KINDS } from "../made/field-kinds.js";
import { FileKeeping } from "../files/file-keeping.js";
import { FormItem } from "./form-items.js";
import { keptParts, labelText } from "../lib/labels.js";
import { leavingSignal, whileHere } from "../exit/leaving-signal.js";
import { UnmatchedAnswers } from "./unmatched-answers.js";
import { neededPart } from "../lib/needed-part.js";
import { hasYearNote, noticeYear } from "./odd-years.js";
import { outlineOf } from "./outline.js";
import { pageLanguage } from "../lib/own-page.js";
import { PartsOfForm } from "./parts-of-form.js";
import { bringSecondLanguage } from "../paper/paper-languages.js";
import { toPlainText } from "./plain-text.js";
import { printForm } from "../paper/printing.js";
import { toRichText } from "./rich-text.js";
import { sayWhyNotLoaded } from "../lib/site-build.js";
import { Undo } from "./undo.js";
import { WORDS } from "../made/words.js";

/**
 * A form to fill in, a list or a worksheet: knows its fields and answers its buttons. What is typed lives in the fields
 * and nowhere else.
 */
export class Form {
  /**
   * @param {HTMLFormElement} element
   * @param {Record<string, Function>} furtherKinds Classes for kinds of field that not every form can have.
   */
  constructor(element, furtherKinds) {
    const kinds = { ...FIELD_KINDS, ...furtherKinds };
    this.element = element;
    this.data = element.dataset;
    this.words = WORDS[pageLanguage()];
    this.fields = [
      ...[...element.querySelectorAll("[data-item]")].map((item) => new FormItem(item)),
      ...[...element.querySelectorAll("[data-field]")].flatMap((field) => fieldOrNone(field, kinds, this.words)),
    ];
    this.progress = element.querySelector("[data-progress]");
    this.message = neededPart("Form", element, "[data-message]");
    const copyBox = element.querySelector("[data-copy-box]");
    // Not every form can be copied.
    this.copyBox = copyBox && new CopyBox(copyBox);
    this.keptParts = keptParts(element);
    this.undoing = new Undo(neededPart("Form", element, '[data-action="undo"]'));
    this.unmatchedAnswers = new UnmatchedAnswers(
      neededPart("Form", element, "[data-unmatched]"),
      JSON.parse(this.data.retired ?? "{}"),
      (name) => this.fieldNamed(name)?.outline(this.words).text ?? "",
      (name) => this.isForProfessional(name),
    );
    this.carried = {};
    this.keeping = new FileKeeping(this);
    this.parts = new PartsOfForm(element);

    element.addEventListener("input", (event) => this.onInput(event.target));
    element.addEventListener("click", (event) => this.onClick(event));
    // Not while it is typed: the year 2026 begins as 2.
    element.addEventListener("focusout", ({ target }) => target.type === "date" && this.onDateLeft(target));
    // At once, so that it is here when the page is printed from the browser's own menu.
    element.querySelector("[data-paper-languages]")?.addEventListener("change", () => this.bringSecondLanguage());
    element.addEventListener("rowremoving", () => this.undoing.keep(this.state()));
    element.addEventListener("rowremoved", ({ detail }) => this.say(this.words.rowRemoved.replace("{row}", detail)));
    element.addEventListener("rowadded", ({ detail }) => this.say(this.words.rowAdded.replace("{row}", detail)));
    element.addEventListener("rowsfull", () => this.say(this.words.rowsFull));
    // A browser may put answers back when a page is shown again.
    window.addEventListener("pageshow", () => this.update());
    this.update();
  }

  /** Whose pages the form belongs to. */
  get audiences() {
    return this.data.audience.split(" ");
  }

  get isFilled() {
    return this.unmatchedAnswers.isThere || this.fields.some((field) => field.isFilled || field.read() !== undefined);
  }

  /** Whether an answer belongs to another page of this form, such as another module of the training. */
  isElsewhere(name) {
    return (this.data.carries ?? "").split(" ").includes(name.split("/")[0]);
  }

  /** Whether an answer stands in a part that the professional keeps. */
  isForProfessional(name) {
    return this.keptParts.has(name.split("/")[0]);
  }

  fieldNamed(name) {
    return this.fields.find((field) => field.name === name);
  }

  /** Every answer, by the name of its field. */
  answers() {
    const read = this.fields.map((field) => [field.name, field.read()]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  }

  /** Every answer, with those of the form's other pages, and what an older file held and the form has no place for. */
  everything() {
    return { ...this.carried, ...this.unmatchedAnswers.answers, ...this.answers() };
  }

  /** Every answer that others may read. */
  everythingToRead() {
    return Object.fromEntries(Object.entries(this.everything()).filter(([name]) => !this.isForProfessional(name)));
  }

  /** All that the reader put in, to be put back. */
  state() {
    return { answers: this.answers(), unmatched: this.unmatchedAnswers.answers, carried: this.carried };
  }

  /** @param {ReturnType<Form["state"]>} state What `state` gave. */
  write({ answers, unmatched, carried }) {
    this.carried = carried;
    for (const field of this.fields) {
      field.write(answers[field.name]);
    }
    // What has no field here, such as one that cannot work, is not lost.
    const homeless = Object.entries(answers).filter(([name]) => !this.fieldNamed(name));
    this.unmatchedAnswers.show({ ...Object.fromEntries(homeless), ...unmatched });
    this.update();
  }

  /** @param {ReturnType<Form["state"]>} state Takes the place of what is there, which can be put back. */
  replaceBy(state) {
    this.undoing.keep(this.state());
    this.write(state);
    this.say("");
  }

  /** Empties the form for good: nothing to put back, nothing left to print or copy. */
  empty() {
    this.write({ answers: {}, unmatched: {}, carried: {} });
    this.copyBox?.close();
    this.undoing.forget();
    this.keeping.forget();
    this.say("");
  }

  onInput(changed) {
    const field = this.fields.find((other) => other.element.contains(changed));
    if (field) {
      field.onInput(changed);
      field.render();
      this.undoing.forget();
      this.say("");
      this.count();
    }
    if (hasYearNote(changed)) {
      noticeYear(changed, this.words.yearOdd);
    }
  }

  onDateLeft(date) {
    const waiting = new AbortController();
    // What comes at once would move away what the reader is pressing.
    for (const kind of ["click", "keyup"]) {
      document.addEventListener(
        kind,
        () => {
          waiting.abort();
          if (date.isConnected && date !== document.activeElement && noticeYear(date, this.words.yearOdd)) {
            this.say(this.words.yearOdd);
          }
        },
        { signal: waiting.signal },
      );
    }
  }

  onClick(event) {
    // What is done by a button at the top is also done by one at the end, and by those of a part.
    const button = event.target.closest("[data-action], [data-also]");
    if (!button) {
      return;
    }
    const actions = {
      "print-filled": () => this.print("filled", button.dataset.prints),
      "print-blank": () => this.print("blank", button.dataset.prints),
      "copy": () => this.copy(),
      "close-copy": () => this.closeCopy(),
      "document": () => this.saveDocument(),
      "clear": () => this.clear(),
      "undo": () => this.undo(),
      "save": () => this.keeping.save(),
      "save-locked": () => this.keeping.saveLocked(),
      "propose": () => this.keeping.propose(),
      "unlock": () => this.keeping.unlock(),
      "replace": () => this.keeping.replace(),
      "stop-opening": () => this.keeping.stop(),
      "drop-unmatched": () => this.dropUnmatched(),
    };
    actions[button.dataset.action ?? button.dataset.also]();
  }

  /** @see printForm */
  async print(way, part) {
    const isHere = await this.bringSecondLanguage();
    if (isHere) {
      printForm(this.element, way, part);
    }
  }

  /** @returns {Promise<boolean>} Whether the page is ready for paper; if not, says so. */
  async bringSecondLanguage() {
    try {
      await whileHere(bringSecondLanguage(this.element));
      return true;
    } catch {
      // Whoever left is told nothing.
      if (!leavingSignal.aborted) {
        this.sayNotLoaded();
      }
      return false;
    }
  }

  /**
   * Says that something could not be loaded, and why.
   *
   * @param {(text: string) => void} [alsoSay] Says it in another place too.
   */
  sayNotLoaded(alsoSay) {
    sayWhyNotLoaded({ wordNotLoaded: this.data.wordNotLoaded, wordRenewed: this.words.renewed }, (text) => {
      this.say(text);
      alsoSay?.(text);
    });
  }

  get title() {
    return labelText(document.querySelector("h1"));
  }

  async copy() {
    const copied = await this.copyBox.offer(toPlainText(outlineOf(this), this.words));
    if (!leavingSignal.aborted) {
      this.say(copied ? this.words.copied : this.words.copyHere);
    }
  }

  closeCopy() {
    this.copyBox.close();
    this.say("");
    neededPart("Form", this.element, '[data-action="copy"]').focus();
  }

  saveDocument() {
    download(`${this.data.fileName}.rtf`, "application/rtf", toRichText(outlineOf(this), this.words));
    this.keeping.say(this.words.documentSaved);
  }

  clear() {
    this.copyBox?.close();
    this.keeping.forget();
    if (!this.isFilled) {
      this.say(this.words.nothing);
      return;
    }
    const before = this.state();
    this.empty();
    // What cannot be kept is gone once it is cleared: whoever comes to the screen next gets nothing back.
    if (this.data.keep !== "none") {
      this.undoing.keep(before);
      this.undoing.button.focus();
    }
    this.say(this.words.cleared);
  }

  undo() {
    this.write(this.undoing.take());
    this.say(this.words.restored);
    neededPart("Form", this.element, '[data-action="clear"]').focus();
  }

  dropUnmatched() {
    this.undoing.keep(this.state());
    this.unmatchedAnswers.show({});
    this.say(this.words.unmatchedDropped);
    this.undoing.button.focus();
  }

  update() {
    for (const field of this.fields) {
      field.render();
      if (field.isFilled) {
        this.parts.unfold(field.element);
      }
    }
    for (const date of this.element.querySelectorAll("input[type=date]")) {
      noticeYear(date, this.words.yearOdd);
    }
    this.count();
  }

  /** Says of a list how much of it is done. */
  count() {
    if (!this.progress) {
      return;
    }
    const done = this.fields.filter((field) => field.isFilled).length;
    const text = this.words.progress.replace("{done}", done).replace("{total}", this.fields.length);
    // A screen reader speaks an output each time it changes, so it changes with the count only.
    if (this.progress.textContent !== text) {
      this.progress.textContent = text;
    }
  }

  /** @param {string} text */
  say(text) {
    this.message.textContent = text;
    // The buttons at the end say it where they are; it is spoken once.
    const again = this.element.querySelector("[data-message-again]");
    if (again) {
      again.textContent = text;
    }
  }
}

/**
 * @param {HTMLElement} element Of a field.
 * @param {Record<string, any>} kinds Classes by the kind that the element names.
 * @param {Record<string, string>} words What the form says, in the language of the page.
 * @returns {Array} The field. None if it cannot work: the form goes on without it, and it takes nothing that the form
 *   could not read, print or clear.
 */
function fieldOrNone(element, kinds, words) {
  const { field, kind } = element.dataset;
  try {
    if (!Object.hasOwn(kinds, kind)) {
      throw new Error(`Form: the field ${field} is of a kind without a script: ${kind}`);
    }
    return [new kinds[kind](element, words, kinds)];
  } catch (error) {
    for (const control of element.querySelectorAll("button, input, select, textarea")) {
      control.disabled = true;
    }
    reportError(error);
    return [];
  }
}
