import { whileHere } from "../exit/leaving-signal.js";
import { neededPart } from "../lib/needed-part.js";
import { pageAddress, pageLanguage } from "../lib/own-page.js";

/** @typedef {{language: string, direction: string, address: string, title: string, content: ParentNode}} PageInLanguage */

const here = new Map();
const onTheWay = new Map();

/**
 * Gives this page in another language: what a form needs of it is every element with `data-region`. It is asked for
 * when a reader wants it; on a USB stick, where a page may not read another, it is in the page itself
 * (`template[data-page-language]`).
 *
 * @param {string} language As the language switch names it.
 * @returns {Promise<PageInLanguage>} Fails without a connection, and where that page is of another build of the site.
 */
export async function pageIn(language) {
  if (!here.has(language)) {
    if (!onTheWay.has(language)) {
      onTheWay.set(language, readPage(language).finally(() => onTheWay.delete(language)));
    }
    here.set(language, await onTheWay.get(language));
  }
  return here.get(language);
}

/**
 * @param {string} language
 * @returns {PageInLanguage | undefined} What `pageIn` gave before; for what cannot wait.
 */
export function pageThatIsHere(language) {
  return here.get(language);
}

/** Keeps the page as it came, so that the way back is open. */
export function keepOwnPage() {
  const content = document.createDocumentFragment();
  for (const region of document.querySelectorAll("[data-region]")) {
    content.append(region.cloneNode(true));
  }
  // What was typed already is copied along.
  for (const form of content.querySelectorAll("form")) {
    form.reset();
  }
  const language = pageLanguage();
  const direction = document.documentElement.dir;
  here.set(language, { language, direction, address: pageAddress(), title: document.title, content });
}

async function readPage(language) {
  const template = document.querySelector(`template[data-page-language="${language}"]`);
  if (template) {
    const { pageTitle: title, pageDirection: direction } = template.dataset;
    return { language, direction, address: new URL(template.dataset.pageAddress, pageAddress()).href, title, content: template.content };
  }
  const { href } = neededPart("pageIn", document, `.language-switch a[hreflang="${language}"]`);
  // Asked for anew, so that the browser keeps no copy of it.
  const answer = await whileHere(fetch(href, { cache: "no-store" }));
  if (!answer.ok) {
    throw new Error(`${href}: ${answer.status}`);
  }
  const page = new DOMParser().parseFromString(await whileHere(answer.text()), "text/html");
  // Only with one of this build do the scripts that are here know what to do.
  if (page.body.dataset.build !== document.body.dataset.build) {
    throw new Error(`${href} is of another build`);
  }
  for (const unneeded of page.querySelectorAll("noscript")) {
    unneeded.remove();
  }
  return { language, direction: page.documentElement.dir, address: href, title: page.title, content: page };
}
