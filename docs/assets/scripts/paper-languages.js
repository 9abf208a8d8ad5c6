import { fillBlanks } from "./sentence-blanks.js";

const DOTS_ON_PAPER = "……………";

/**
 * Puts a second language beside or below the first one, for paper. The words of the other languages are in the page
 * (`template[data-page-language]`), and labels with the same key say the same.
 *
 * @param {HTMLFormElement} form
 */
export function layOut(form) {
  const [language, place] = (form.querySelector("[data-paper-languages]")?.value ?? "").split(" ");
  const template = language && document.querySelector(`template[data-page-language="${language}"]`);
  if (!template) {
    return;
  }
  const article = form.closest("article");
  article.dataset.paperLanguages = place;
  const others = new Map();
  for (const label of template.content.querySelectorAll("[data-label]")) {
    others.set(label.dataset.label, label);
  }
  for (const label of article.querySelectorAll("[data-label]")) {
    const other = others.get(label.dataset.label);
    if (other) {
      addSecondLanguage(label, other, language);
    }
  }
}

/** Takes the second language off the page again. */
export function takeAway() {
  for (const second of document.querySelectorAll(".second-language")) {
    second.remove();
  }
  for (const first of document.querySelectorAll(".first-language")) {
    first.replaceWith(...first.childNodes);
  }
  for (const article of document.querySelectorAll("article[data-paper-languages]")) {
    delete article.dataset.paperLanguages;
  }
}

function addSecondLanguage(label, other, language) {
  const tag = label.matches("div, td, th") ? "div" : "span";
  const [first, second] = [document.createElement(tag), document.createElement(tag)];
  first.className = "first-language";
  second.className = "second-language";
  second.lang = language;
  if (other.dataset.labelText) {
    second.textContent = filledIn(other.dataset.labelText, label);
  } else {
    second.append(...[...other.childNodes].map((node) => node.cloneNode(true)));
  }
  for (const named of second.querySelectorAll("[id]")) {
    named.removeAttribute("id");
  }
  first.append(...label.childNodes);
  label.append(first, second);
}

/** A sentence of the other language with the answers that were given in this one. */
function filledIn(sentence, label) {
  const isBlank = label.closest("form").dataset.print === "blank";
  const answerTo = (blank) => label.querySelector(`[data-blank="${blank}"]`)?.textContent;
  return fillBlanks(sentence, isBlank ? () => "" : answerTo, DOTS_ON_PAPER);
}
