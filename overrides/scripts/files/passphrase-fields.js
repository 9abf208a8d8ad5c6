import { neededPart } from "../lib/needed-part.js";
import { normalPassphrase } from "./passphrase-form.js";

/** Fields for a passphrase, hidden until the reader wants to see what they type. */
export class PassphraseFields {
  /** @param {HTMLElement} box Holds the fields, and a button with `data-show`. */
  constructor(box) {
    this.fields = [...box.querySelectorAll("input")];
    this.button = neededPart("PassphraseFields", box, "[data-show]");
    this.button.addEventListener("click", () => this.show(this.button.getAttribute("aria-pressed") !== "true"));
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.button.setAttribute("aria-pressed", String(isShown));
    for (const field of this.fields) {
      field.classList.toggle("hidden-text", !isShown);
    }
  }

  /** @returns {HTMLInputElement | undefined} The first field that does not say what the first one says. */
  get differing() {
    const [{ value }] = this.fields;
    return this.fields.find((field) => normalPassphrase(field.value) !== normalPassphrase(value));
  }

  /** @param {string} passphrase For the first field; what is in the others has to be typed. */
  offer(passphrase) {
    this.fields.forEach((field, index) => {
      field.value = index === 0 ? passphrase : "";
    });
  }

  clear() {
    this.offer("");
    this.show(false);
  }
}
