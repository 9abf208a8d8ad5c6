import { keepOwnPage, pageIn } from "./page-in-language.js";
import { isPlainClick } from "./plain-click.js";

/**
 * Changes the language of a page with answers on it, so that they stay: the page of the other language takes its place
 * and gets the answers. Nothing is stored, and the address says nothing of them. Without answers the links of the
 * switch are plain links.
 */
export class LanguageChange {
  /**
   * To be made before the forms are started, while the page is as it came.
   *
   * @param {import("./forms-on-page.js").FormsOnPage} forms
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
    const page = await pageIn(link.hreflang).catch(() => null);
    // Whoever left meanwhile is not brought back.
    if (document.documentElement.classList.contains("left")) {
      return;
    }
    if (page) {
      this.change(page);
    } else {
      this.forms.sayNotLoaded();
    }
  }

  /** @param {import("./page-in-language.js").PageInLanguage} page */
  change({ language, address, title, content }) {
    const states = this.forms.all.map((form) => form.state());
    this.forms.empty();
    const page = content.cloneNode(true);
    rebase(page, address);
    document.documentElement.lang = language;
    document.title = title;
    for (const region of page.querySelectorAll("[data-region]")) {
      const own = document.querySelector(`[data-region="${region.dataset.region}"]`);
      if (own.hasAttribute("data-region-kept")) {
        changeWords(own, region);
      } else {
        changeNames(own, region);
        own.replaceChildren(...region.childNodes);
      }
    }
    this.forms.start();
    this.forms.all.forEach((form, index) => form.write(states[index]));
    const [form] = this.forms.all;
    form.say(form.words.languageChanged);
    // What the form says came with the form: a screen reader only speaks where it knew the place before.
    document.querySelector("[data-page-status]").textContent = form.words.languageChanged;
    document.querySelector(".language-switch a").focus();
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

/** Gives a region that scripts hold on to the words of another language, element by element. */
function changeWords(region, other) {
  const elements = [region, ...region.querySelectorAll(":not(noscript)")];
  const others = [other, ...other.querySelectorAll(":not(noscript, noscript *)")];
  elements.forEach((element, index) => {
    changeNames(element, others[index]);
    if (element.childElementCount === 0) {
      element.textContent = others[index].textContent;
    }
  });
}

/** Gives an element the attributes of another that hold words. */
function changeNames(element, other) {
  for (const name of NAMES.filter((name) => other.hasAttribute(name))) {
    element.setAttribute(name, other.getAttribute(name));
  }
}
