import { addAnswerSheet, removeAnswerSheets } from "./answer-sheet.js";
import { paperCopy, removePaperCopies } from "./paper-copy.js";
import { layOut, takeAway } from "./paper-languages.js";

/**
 * Prints the page with its form filled in or blank.
 *
 * @param {HTMLFormElement} form
 * @param {"filled" | "blank"} way
 * @param {string} [part] The one part to print, where parts are printed on their own.
 */
export function printForm(form, way, part) {
  form.dataset.print = way;
  const printed = part ? form.querySelector(`[data-part="${part}"]`) : null;
  printed?.setAttribute("data-printing", "");
  window.addEventListener(
    "afterprint",
    () => {
      delete form.dataset.print;
      printed?.removeAttribute("data-printing");
    },
    { once: true },
  );
  window.print();
}

/**
 * Makes a page ready for paper whenever it is printed, also from the browser's own menu: a second language and the
 * copies of a card are there only meanwhile.
 */
export function preparePaper() {
  window.addEventListener("beforeprint", () => {
    for (const form of document.querySelectorAll("form[data-form]")) {
      layOut(form);
      copyCards(form);
      addAnswerSheet(form);
    }
  });
  window.addEventListener("afterprint", () => {
    takeAway();
    removeAnswerSheets();
    removePaperCopies();
  });
}

function copyCards(form) {
  for (const part of form.querySelectorAll("[data-paper=card]")) {
    const card = part.querySelector(".part__body");
    for (let copies = Number(part.dataset.copies); copies > 1; copies -= 1) {
      card.after(paperCopy(card));
    }
  }
}
