import { leavingSignal, whileHere } from "../exit/leaving-signal.js";
import { neededPart } from "../lib/needed-part.js";
import { pageLanguage } from "../lib/own-page.js";
import { keepOwnPage, pageIn } from "./page-in-language.js";
import { isPlainClick } from "../lib/plain-click.js";

/**
 * Changes the language of a page with answers on it, so that they stay: the page of the other language takes its place
 * and gets the answers. Nothing is stored, and the address says nothing of them. Without answers the links of the
 * switch are plain links.
 */
export class LanguageChange {
  /**
   * To be made before the forms are started, while the page is as it came.
   *
   * @param {import("../forms/forms-on-page.js").FormsOnPage} forms
   */
  constructor(forms) {
    this.forms = forms;
    keepOwnPage();
    // Before any other listener follows the link.
    document.addEventListener("click", (event) => this.onClick(event), true);
  }

  async onClick(event) {
    const link = event.target.closest(".language-switch a[hreflang]");
    if (!link || !isPlainClick(event) || !this.forms.areFilled) {
      return;
    }
    event.preventDefault();
    let page;
    try {
      page = await whileHere(pageIn(link.hreflang));
    } catch {
      // Whoever left meanwhile is not brought back.
      if (!leavingSignal.aborted) {
        this.forms.sayNotLoaded();
      }
      return;
    }
    this.change(page);
  }

  /**
   * Either all of the page changes, or nothing does: what was filled in is emptied when it stands on the new page.
   *
   * @param {import("./page-in-language.js").PageInLanguage} page
   */
  change({ language, direction, address, title, content }) {
    const page = content.cloneNode(true);
    rebase(page, address);
    const regions = [...page.querySelectorAll("[data-region]")].map((region) => [
      neededPart("LanguageChange", document, `[data-region="${region.dataset.region}"]`),
      region,
    ]);
    const [kept, others] = [true, false].map((isKept) =>
      regions.filter(([own]) => own.hasAttribute("data-region-kept") === isKept),
    );
    const before = others.map(([own]) => [own, [...own.childNodes]]);
    const formsBefore = this.forms.all;
    const states = formsBefore.map((form) => form.state());
    const languageBefore = pageLanguage();
    try {
      document.documentElement.dataset.language = language;
      others.forEach(([own, region]) => own.replaceChildren(...region.childNodes));
      this.forms.start();
      this.forms.all.forEach((form, index) => form.write(states[index]));
      kept.forEach(([own, region]) => changeWords(own, region));
    } catch (error) {
      document.documentElement.dataset.language = languageBefore;
      before.forEach(([own, nodes]) => own.replaceChildren(...nodes));
      this.forms.all = formsBefore;
      this.forms.sayNotLoaded();
      throw error;
    }
    formsBefore.forEach((form) => form.empty());
    others.forEach(([own, region]) => changeNames(own, region));
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    if (!document.documentElement.dataset.address) {
      document.title = title;
    }
    const [form] = this.forms.all;
    form.say(form.words.languageChanged);
    // What the form says came with the form: a screen reader only speaks where it knew the place before.
    neededPart("LanguageChange", document, "[data-page-status]").textContent = form.words.languageChanged;
    neededPart("LanguageChange", document, ".language-switch a").focus();
    document.dispatchEvent(new Event("languagechanged"));
  }
}

const NAMES = ["aria-label", "title", "data-word-presses", "data-word-press", "data-word-stopped", "href"];

/** Makes links and pictures of a page of another address work here; a place on the page itself is one on this page. */
function rebase(page, address) {
  for (const link of page.querySelectorAll('a[href]:not([href^="#"])')) {
    link.href = new URL(link.getAttribute("href"), address);
  }
  for (const picture of page.querySelectorAll("img[src]")) {
    picture.src = new URL(picture.getAttribute("src"), address);
  }
}

/** Gives a region that scripts hold on to the words of another language, by name: a translator may have added elements. */
function changeWords(region, other) {
  changeNames(region, other);
  for (const element of region.querySelectorAll("[data-words]")) {
    const there = neededPart("LanguageChange", other, `[data-words="${element.dataset.words}"]`);
    changeNames(element, there);
    element.textContent = there.textContent;
  }
}

/** Gives an element the attributes of another that hold words. */
function changeNames(element, other) {
  for (const name of NAMES.filter((name) => other.hasAttribute(name))) {
    element.setAttribute(name, other.getAttribute(name));
  }
}
