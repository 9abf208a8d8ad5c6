import { FormsOnPage } from "./forms-on-page.js";
import { LanguageChange } from "../language/language-change.js";
import { watchPaper } from "../paper/paper.js";
import { preparePaper } from "../paper/printing.js";
import { UnsavedAnswers } from "./unsaved-answers.js";

/**
 * Makes the forms of the page work.
 *
 * @param {Record<string, Function>} furtherKinds Classes for kinds of field that not every form can have.
 */
export function startForms(furtherKinds) {
  const forms = new FormsOnPage(furtherKinds);
  new LanguageChange(forms);
  forms.start();
  preparePaper();
  watchPaper();
  new UnsavedAnswers(forms);
  // The script of all pages says when the reader goes.
  document.addEventListener("emptyforms", () => forms.empty());
}
