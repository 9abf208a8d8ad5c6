import { Form } from "./form.js";

/** The forms that are on the page now: another language brings others in their place. */
export class FormsOnPage {
  /** @param {HTMLElement} root What the forms stand in. */
  constructor(root) {
    this.root = root;
    this.all = [];
  }

  /** Makes the forms that are in the root now work. */
  start() {
    this.all = [...this.root.querySelectorAll("form[data-form]")].map((form) => new Form(form));
  }

  get areFilled() {
    return this.all.some((form) => form.isFilled);
  }

  empty() {
    for (const form of this.all) {
      form.empty();
    }
  }
}
