import { download } from "./download.js";
import { FileProblem, MAX_FILE_SIZE, readFormFile, writeFormFile } from "./form-file.js";
import { FormerNames } from "../forms/former-names.js";
import { leavingSignal, whileHere } from "../exit/leaving-signal.js";
import { neededPart } from "../lib/needed-part.js";
import { PassphraseFields } from "./passphrase-fields.js";
import { normalPassphrase } from "./passphrase-form.js";
import { canLock, lockText, unlockText } from "./passphrase-lock.js";
import { proposePassphrase } from "./passphrase-proposal.js";
import { strengthOf } from "./passphrase-strength.js";

/** Keeps a form as a file, readable or locked, and opens it again. */
export class FileKeeping {
  /** @param {import("../forms/form.js").Form} form */
  constructor(form) {
    this.form = form;
    const { element, data, words } = form;
    this.data = data;
    this.words = words;
    // Not every form can be kept; what was kept of it before can still be opened.
    const lock = element.querySelector("[data-lock]");
    this.passphrase = lock && neededPart("FileKeeping", lock, "[data-passphrase]");
    this.passphrases = lock && new PassphraseFields(lock);
    this.file = neededPart("FileKeeping", element, "[data-open-file]");
    this.unlocking = neededPart("FileKeeping", element, "[data-unlock]");
    this.unlockPassphrase = neededPart("FileKeeping", element, "[data-unlock-passphrase]");
    this.unlockPassphrases = new PassphraseFields(this.unlocking);
    this.replacing = neededPart("FileKeeping", element, "[data-replace]");
    this.message = neededPart("FileKeeping", element, "[data-file-message]");
    this.formerNames = new FormerNames(JSON.parse(data.renamed ?? "{}"));
    this.ownNames = [data.form, ...(data.formerNames ?? "").split(" ")];
    this.reading = null;
    this.opened = null;
    this.envelope = null;

    if (lock && !canLock()) {
      lock.hidden = true;
      neededPart("FileKeeping", element, "[data-no-lock]").hidden = false;
    }
    this.file.addEventListener("change", () => this.open());
    // Enter in a passphrase does what the button beside it does.
    if (lock) {
      this.onEnter(this.passphrases, () => this.saveLocked());
    }
    this.onEnter(this.unlockPassphrases, () => this.unlock());
  }

  onEnter({ fields }, action) {
    for (const field of fields) {
      field.addEventListener("keydown", (event) => {
        // Enter also ends a word that is being composed.
        if (event.key === "Enter" && !event.isComposing) {
          event.preventDefault();
          action();
        }
      });
    }
  }

  /** Drops everything that waits: passphrases, a file that was chosen, questions. */
  forget() {
    this.forgetQuestions();
    this.passphrases?.clear();
    this.file.value = "";
    this.say("");
  }

  save() {
    this.attempt(async () => {
      const answers = this.form.everythingToRead();
      const isAll = Object.keys(answers).length === Object.keys(this.form.everything()).length;
      await this.saveText(answers, async (text) => text);
      this.say(isAll ? this.words.saved : this.words.savedWithoutKept);
    });
  }

  /** Puts words that nobody can guess in the field; as hidden as it is, since somebody may look along. */
  propose() {
    this.attempt(async () => {
      const { wordsScript } = document.body.dataset;
      const proposed = proposePassphrase(wordsScript, this.passphrase.dataset.language);
      // Without a connection there are none.
      const words = await whileHere(proposed.catch(() => null));
      if (words) {
        this.passphrases.offer(words);
      }
      this.say(words ? this.words.proposed : this.data.wordNotLoaded);
    });
  }

  saveLocked() {
    const passphrase = this.passphrase.value;
    const problem = this.problemOf(passphrase);
    if (problem) {
      this.say(problem);
      this.passphrase.focus();
      return;
    }
    const { differing } = this.passphrases;
    if (differing) {
      this.say(this.words.passphraseDiffers);
      differing.focus();
      return;
    }
    this.attempt(async () => {
      this.say(this.words.locking);
      await this.saveText(this.form.everything(), (text) => lockText(text, passphrase));
      this.passphrases.clear();
      this.say(this.words.savedLocked);
    });
  }

  /** @returns {string} What a passphrase lacks; empty where it lacks nothing. */
  problemOf(passphrase) {
    const { isEnough, words, isLong } = strengthOf(normalPassphrase(passphrase));
    if (isEnough) {
      return "";
    }
    return isLong ? this.words.passphraseGuessable : this.words.passphraseShort.replace("{number}", words);
  }

  /**
   * @param {object} answers By their names.
   * @param {(text: string) => Promise<string>} finish What the file's text goes through before it is saved.
   */
  async saveText(answers, finish) {
    try {
      const text = await whileHere(finish(writeFormFile(this.data.form, answers)));
      download(`${this.data.fileName}.json`, "application/json", text);
    } catch (error) {
      throw error instanceof FileProblem ? new FileProblem("too-large-to-save") : error;
    }
  }

  open() {
    const [file] = this.file.files;
    this.forgetQuestions();
    if (!file) {
      return;
    }
    this.attempt(async () => {
      if (file.size > MAX_FILE_SIZE) {
        throw new FileProblem("too-large");
      }
      this.reading = file;
      const bytes = new Uint8Array(await whileHere(file.arrayBuffer()));
      // The reader may have emptied the form or chosen another file meanwhile.
      if (this.reading !== file) {
        return;
      }
      // So that choosing the same file again counts as a choice.
      this.file.value = "";
      const contents = readFormFile(bytes);
      if (contents.envelope) {
        this.askPassphrase(contents.envelope);
      } else {
        this.offer(contents);
      }
    });
  }

  askPassphrase(envelope) {
    if (!canLock()) {
      throw new FileProblem("no-lock");
    }
    this.envelope = envelope;
    this.unlocking.hidden = false;
    this.say(this.words.askPassphrase);
    this.unlockPassphrase.focus();
  }

  unlock() {
    this.attempt(async () => {
      this.say(this.words.locking);
      const { envelope } = this;
      const contents = readFormFile(await whileHere(unlockText(envelope, this.unlockPassphrase.value)));
      // The reader may have stopped, left or chosen another file meanwhile.
      if (this.envelope === envelope) {
        this.forgetQuestions();
        this.offer(contents);
      }
    });
  }

  /** Puts a file on the page, or asks first where that would replace something. */
  offer({ form, answers }) {
    if (!this.ownNames.includes(form)) {
      throw new FileProblem("other-form");
    }
    this.opened = this.sort(this.formerNames.update(answers));
    if (this.isOnlyCarried) {
      this.form.carried = this.opened.carried;
      this.forgetQuestions();
      this.say(this.words.openedCarried);
    } else if (this.form.isFilled) {
      this.replacing.hidden = false;
      this.say("");
      neededPart("FileKeeping", this.replacing, "button").focus();
    } else {
      this.replace();
    }
  }

  /** Whether the file that was opened holds answers of the form's other pages, and none of this one. */
  get isOnlyCarried() {
    const { known, unmatched, carried } = this.opened;
    return isEmpty(known) && isEmpty(unmatched) && !isEmpty(carried);
  }

  /** Parts what the page has a place for from what another page has, and from what none has. */
  sort(answers) {
    const known = {};
    const carried = {};
    const unmatched = {};
    for (const [name, value] of Object.entries(answers)) {
      const field = this.form.fieldNamed(name);
      if (!field) {
        (this.form.isElsewhere(name) ? carried : unmatched)[name] = value;
        continue;
      }
      if (!field.accepts(value)) {
        throw new FileProblem("unexpected");
      }
      known[name] = value;
      Object.assign(unmatched, field.unmatched(value));
    }
    return { known, unmatched, carried };
  }

  replace() {
    const { known, unmatched, carried } = this.opened;
    this.forgetQuestions();
    this.form.replaceBy({ answers: known, unmatched, carried });
    if (isEmpty(unmatched)) {
      this.say(isEmpty(carried) ? this.words.opened : this.words.openedCarried);
    } else {
      this.say(this.words.openedUnmatched);
    }
  }

  stop() {
    this.forgetQuestions();
    this.say(this.words.stopped);
    this.file.focus();
  }

  forgetQuestions() {
    this.reading = null;
    this.opened = null;
    this.envelope = null;
    this.unlockPassphrases.clear();
    this.unlocking.hidden = true;
    this.replacing.hidden = true;
  }

  /** Does something with files, and says in one sentence why it cannot be done. */
  async attempt(action) {
    try {
      await action();
    } catch (error) {
      // Whoever left is told nothing.
      if (leavingSignal.aborted) {
        return;
      }
      if (!(error instanceof FileProblem)) {
        throw error;
      }
      const key = error.code.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase());
      this.say(this.words[`file${key}`]);
    }
  }

  /** @param {string} text */
  say(text) {
    this.message.textContent = text;
  }
}

function isEmpty(answers) {
  return Object.keys(answers).length === 0;
}
