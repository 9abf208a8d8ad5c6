import { labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";
import { pageLanguage } from "../lib/own-page.js";
import { WORDS } from "../made/words.js";

/**
 * Puts the explanations of a self-test at the end of the page, on a sheet of their own, for paper: next to the question
 * they would be read too soon.
 *
 * @param {HTMLFormElement} form
 */
export function addAnswerSheet(form) {
  const explained = form.querySelectorAll(".question");
  if (explained.length === 0) {
    return;
  }
  const sheet = document.createElement("section");
  sheet.className = "answer-sheet";
  sheet.append(element("h2", WORDS[pageLanguage()].answerSheet));
  for (const question of explained) {
    const why = neededPart("addAnswerSheet", question, ".explanations").cloneNode(true);
    for (const entry of why.querySelectorAll("[hidden]")) {
      entry.hidden = false;
    }
    sheet.append(element("h3", labelText(question.querySelector("legend"))), why);
  }
  form.append(sheet);
}

/** Takes these sheets off the page again. */
export function removeAnswerSheets() {
  for (const sheet of document.querySelectorAll(".answer-sheet")) {
    sheet.remove();
  }
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
