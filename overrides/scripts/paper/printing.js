import { addAnswerSheet, removeAnswerSheets } from "./answer-sheet.js";
import { neededPart } from "../lib/needed-part.js";
import { pageForms } from "../lib/page-forms.js";
import { paperCopy, removePaperCopies } from "./paper-copy.js";
import { layOut, takeAway } from "./paper-languages.js";
import { addForPaper, printWith } from "./paper.js";

/**
 * Prints the page with its form filled in or blank.
 *
 * @param {HTMLFormElement} form
 * @param {"filled" | "blank"} way
 * @param {string} [part] The one part to print, where parts are printed on their own.
 */
export function printForm(form, way, part) {
  const printed = part ? neededPart("printForm", form, `[data-part="${part}"]`) : null;
  printWith([[form, "data-print", way], ...(printed ? [[printed, "data-printing", ""]] : [])]);
}

/** Has a second language, the copies of a card and the answers of a self-test on the page whenever it is printed. */
export function preparePaper() {
  addForPaper(
    () => {
      for (const form of pageForms()) {
        layOut(form);
        copyCards(form);
        addAnswerSheet(form);
      }
    },
    () => {
      takeAway();
      removeAnswerSheets();
      removePaperCopies();
    },
  );
}

function copyCards(form) {
  for (const part of form.querySelectorAll("[data-paper=card]")) {
    const card = neededPart("copyCards", part, ".part__body");
    for (let copies = Number(part.dataset.copies); copies > 1; copies -= 1) {
      card.after(paperCopy(card));
    }
  }
}
