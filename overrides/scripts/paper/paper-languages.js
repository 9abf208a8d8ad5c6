import { pageIn, pageThatIsHere } from "../language/page-in-language.js";
import { fillBlanks } from "../fields/sentence-blanks.js";

const DOTS_ON_PAPER = "……………";

/**
 * Brings the second language that a reader chose for paper.
 *
 * @param {HTMLFormElement} form
 * @returns {Promise<void>} When it is here, or none was chosen; fails without a connection.
 */
export async function bringSecondLanguage(form) {
  const { language } = chosenFor(form);
  if (language) {
    await pageIn(language);
  }
}

/**
 * Puts the second language that was chosen beside or below the first one, for paper, where it is here. Labels with the
 * same key say the same.
 *
 * @param {HTMLFormElement} form
 */
export function layOut(form) {
  const { language, place } = chosenFor(form);
  const page = pageThatIsHere(language);
  if (!page) {
    return;
  }
  const article = form.closest("article");
  article.dataset.paperLanguages = place;
  const own = new Map();
  for (const label of article.querySelectorAll("[data-label]")) {
    own.set(label.dataset.label, [...(own.get(label.dataset.label) ?? []), label]);
  }
  let before = article.firstElementChild;
  for (const other of page.content.querySelectorAll("[data-label]")) {
    const labels = own.get(other.dataset.label);
    if (labels) {
      labels.forEach((label) => addSecondLanguage(label, other, page));
      before = labels[0];
    } else if (!other.closest("[data-field]")) {
      // Two warnings may be one in the other language: what has no counterpart stands behind what it came after.
      before = addBehind(before, other, page);
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

function chosenFor(form) {
  const [language, place] = (form.querySelector("[data-paper-languages]")?.value ?? "").split(" ");
  return { language, place };
}

function addSecondLanguage(label, other, page) {
  const tag = label.matches("div, td, th") ? "div" : "span";
  const first = document.createElement(tag);
  const second = inSecondLanguage(tag, other, page);
  first.className = "first-language";
  if (other.dataset.labelText) {
    second.textContent = filledIn(other.dataset.labelText, label);
  }
  first.append(...label.childNodes);
  label.append(first, second);
}

function addBehind(before, other, page) {
  const added = inSecondLanguage("div", other, page);
  // What stands around the form stays around it.
  const place = other.closest("form") ? before : before.closest("article > *");
  place.after(added);
  return added;
}

function inSecondLanguage(tag, other, { language, direction }) {
  const second = document.createElement(tag);
  second.className = "second-language";
  second.lang = language;
  second.dir = direction;
  second.append(...[...other.childNodes].map((node) => node.cloneNode(true)));
  for (const named of second.querySelectorAll("[id]")) {
    named.removeAttribute("id");
  }
  return second;
}

/** A sentence of the other language with the answers that were given in this one. */
function filledIn(sentence, label) {
  const isBlank = label.closest("form").dataset.print === "blank";
  const answerTo = (blank) => label.querySelector(`[data-blank="${blank}"]`)?.textContent;
  return fillBlanks(sentence, isBlank ? () => "" : answerTo, DOTS_ON_PAPER);
}
