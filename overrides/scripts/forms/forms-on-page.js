import { Form } from "./form.js";
import { pageForms } from "../lib/page-forms.js";
import { sayOnPage } from "../lib/page-message.js";
import { clearPaper } from "../paper/paper.js";

/** The forms that are on the page now: another language brings others in their place. */
export class FormsOnPage {
  /** @param {Record<string, Function>} furtherKinds Classes for kinds of field that not every form can have. */
  constructor(furtherKinds) {
    this.furtherKinds = furtherKinds;
    this.all = [];
  }

  /** Makes the forms that are on the page now work. */
  start() {
    this.all = pageForms().map((form) => new Form(form, this.furtherKinds));
  }

  get areFilled() {
    return this.all.some((form) => form.isFilled);
  }

  /** Says that something could not be loaded, and why. */
  sayNotLoaded() {
    for (const form of this.all) {
      form.sayNotLoaded(sayOnPage);
    }
  }

  /** Empties them, and takes off the page what was made of their answers for paper. */
  empty() {
    clearPaper();
    for (const form of this.all) {
      form.empty();
    }
  }
}
