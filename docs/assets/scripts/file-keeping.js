import { download } from "./download.js";
import { FileProblem, LARGEST_FILE, readFormFile, writeFormFile } from "./form-file.js";
import { FormerNames } from "./former-names.js";
import { canLock, lockText, unlockText } from "./passphrase-lock.js";

const FEWEST_CHARACTERS = 16;
const FEWEST_WORDS = 4;

/** Keeps a form as a file, readable or locked, and opens it again. */
export class FileKeeping {
  /** @param {import("./form.js").Form} form */
  constructor(form) {
    this.form = form;
    const { element, data, words } = form;
    this.data = data;
    this.words = words;
    this.passphrase = element.querySelector("[data-passphrase]");
    this.file = element.querySelector("[data-open-file]");
    this.unlocking = element.querySelector("[data-unlock]");
    this.unlockPassphrase = element.querySelector("[data-unlock-passphrase]");
    this.replacing = element.querySelector("[data-replace]");
    this.message = element.querySelector("[data-file-message]");
    this.formerNames = new FormerNames(JSON.parse(data.renamed ?? "{}"));
    this.ownNames = [data.form, ...(data.formerNames ?? "").split(" ")];
    this.opened = null;
    this.envelope = null;

    if (!canLock()) {
      element.querySelector("[data-lock]").hidden = true;
      element.querySelector("[data-no-lock]").hidden = false;
    }
    this.file.addEventListener("change", () => this.open());
    // Enter in a passphrase does what the button beside it does.
    this.onEnter(this.passphrase, () => this.saveLocked());
    this.onEnter(this.unlockPassphrase, () => this.unlock());
  }

  onEnter(field, action) {
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        action();
      }
    });
  }

  /** Drops everything that waits: passphrases, a file that was chosen, questions. */
  forget() {
    this.opened = null;
    this.envelope = null;
    this.passphrase.value = "";
    this.unlockPassphrase.value = "";
    this.file.value = "";
    this.unlocking.hidden = true;
    this.replacing.hidden = true;
    this.say("");
  }

  save() {
    this.attempt(async () => {
      await this.saveText(async (text) => text);
      this.say(this.words.saved);
    });
  }

  saveLocked() {
    const passphrase = this.passphrase.value.trim();
    if (passphrase.length < FEWEST_CHARACTERS && passphrase.split(/\s+/).length < FEWEST_WORDS) {
      this.say(this.words.passphraseShort);
      this.passphrase.focus();
      return;
    }
    this.attempt(async () => {
      this.say(this.words.locking);
      await this.saveText((text) => lockText(text, passphrase));
      this.passphrase.value = "";
      this.say(this.words.savedLocked);
    });
  }

  /** @param {(text: string) => Promise<string>} finish What the file's text goes through before it is saved. */
  async saveText(finish) {
    try {
      const text = await finish(writeFormFile(this.data.form, this.form.everything()));
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
      if (file.size > LARGEST_FILE) {
        throw new FileProblem("too-large");
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
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
      const contents = readFormFile(await unlockText(envelope, this.unlockPassphrase.value));
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
      this.replacing.querySelector("button").focus();
    } else {
      this.replace();
    }
  }

  /** Whether the file that was opened holds answers of the form's other pages, and none of this one. */
  get isOnlyCarried() {
    const { known, rest, carried } = this.opened;
    return isEmpty(known) && isEmpty(rest) && !isEmpty(carried);
  }

  /** Parts what the page has a place for from what another page has, and from what none has. */
  sort(answers) {
    const known = {};
    const carried = {};
    const rest = {};
    for (const [name, value] of Object.entries(answers)) {
      const field = this.form.fieldNamed(name);
      if (!field) {
        (this.form.isElsewhere(name) ? carried : rest)[name] = value;
        continue;
      }
      if (!field.accepts(value)) {
        throw new FileProblem("unexpected");
      }
      known[name] = value;
      Object.assign(rest, field.rest(value));
    }
    return { known, rest, carried };
  }

  replace() {
    const { known, rest, carried } = this.opened;
    this.forgetQuestions();
    this.form.replaceBy({ answers: known, leftOver: rest, carried });
    if (isEmpty(rest)) {
      this.say(isEmpty(carried) ? this.words.opened : this.words.openedCarried);
    } else {
      this.say(this.words.openedLeftOver);
    }
  }

  stop() {
    this.forgetQuestions();
    this.say(this.words.stopped);
    this.file.focus();
  }

  forgetQuestions() {
    this.opened = null;
    this.envelope = null;
    this.unlockPassphrase.value = "";
    this.unlocking.hidden = true;
    this.replacing.hidden = true;
  }

  /** Does something with files, and says in one sentence why it cannot be done. */
  async attempt(action) {
    try {
      await action();
    } catch (error) {
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
