import { ChoiceField } from "../fields/choice-field.js";
import { CopyBox } from "./copy-box.js";
import { download } from "../files/download.js";
import { DrawingField } from "../fields/drawing-field.js";
import { FileKeeping } from "../files/file-keeping.js";
import { FormItem } from "./form-items.js";
import { keptParts, labelText } from "../lib/labels.js";
import { leavingSignal, whileHere } from "../exit/leaving-signal.js";
import { LeftOvers } from "./left-overs.js";
import { neededPart } from "../lib/needed-part.js";
import { hasYearNote, noticeYear } from "./odd-years.js";
import { outlineOf } from "./outline.js";
import { pageLanguage } from "../lib/own-page.js";
import { PartsOfForm } from "./parts-of-form.js";
import { bringSecondLanguage } from "../paper/paper-languages.js";
import { toPlainText } from "./plain-text.js";
import { printForm } from "../paper/printing.js";
import { toRichText } from "./rich-text.js";
import { SentenceField } from "../fields/sentence-field.js";
import { sayWhyNotLoaded } from "../lib/site-build.js";
import { TableField } from "../fields/table-field.js";
import { TextField } from "../fields/text-field.js";
import { TickField } from "../fields/tick-field.js";
import { Undo } from "./undo.js";
import { WORDS } from "../made/words.js";

const KINDS = {
  tick: TickField,
  text: TextField,
  date: TextField,
  choice: ChoiceField,
  sentence: SentenceField,
  table: TableField,
  draw: DrawingField,
};

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
    const kinds = { ...KINDS, ...furtherKinds };
    this.element = element;
    this.data = element.dataset;
    this.words = WORDS[pageLanguage()];
    this.fields = [
      ...[...element.querySelectorAll("[data-item]")].map((item) => new FormItem(item)),
      ...[...element.querySelectorAll("[data-field]")].map((field) => new kinds[field.dataset.kind](field, this.words)),
    ];
    this.progress = element.querySelector("[data-progress]");
    this.message = neededPart("Form", element, "[data-message]");
    const copyBox = element.querySelector("[data-copy-box]");
    // Not every form can be copied.
    this.copyBox = copyBox && new CopyBox(copyBox);
    this.keptParts = keptParts(element);
    this.undoing = new Undo(neededPart("Form", element, '[data-action="undo"]'));
    this.leftOvers = new LeftOvers(
      neededPart("Form", element, "[data-left-over]"),
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
    return this.leftOvers.isThere || this.fields.some((field) => field.isFilled || field.read() !== undefined);
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
    return { ...this.carried, ...this.leftOvers.answers, ...this.answers() };
  }

  /** Every answer that others may read. */
  everythingToRead() {
    return Object.fromEntries(Object.entries(this.everything()).filter(([name]) => !this.isForProfessional(name)));
  }

  /** All that the reader put in, to be put back. */
  state() {
    return { answers: this.answers(), leftOver: this.leftOvers.answers, carried: this.carried };
  }

  /** @param {ReturnType<Form["state"]>} state What `state` gave. */
  write({ answers, leftOver, carried }) {
    this.carried = carried;
    for (const field of this.fields) {
      field.write(answers[field.name]);
    }
    this.leftOvers.show(leftOver);
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
    this.write({ answers: {}, leftOver: {}, carried: {} });
    this.copyBox?.close();
    this.undoing.forget();
    this.keeping.forget();
    this.say("");
  }

  onInput(changed) {
    const field = this.fields.find((other) => other.element.contains(changed));
    if (field) {
      field.settle(changed);
      field.mirror();
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
      "drop-left-over": () => this.dropLeftOver(),
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

  dropLeftOver() {
    this.undoing.keep(this.state());
    this.leftOvers.show({});
    this.say(this.words.leftOverDropped);
    this.undoing.button.focus();
  }

  update() {
    for (const field of this.fields) {
      field.mirror();
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
