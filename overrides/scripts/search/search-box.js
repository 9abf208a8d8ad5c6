import { neededPart } from "../lib/needed-part.js";
import { isPlainClick } from "../lib/plain-click.js";

const MIN_LETTERS = 2;

/**
 * The search field of a page with what it finds: a plain list of links, so that they are followed as any other, discreetly
 * too. The query is nowhere but in the field, and gone with it.
 */
export class SearchBox {
  /**
   * @param {HTMLElement} region The field and what is around it.
   * @param {import("./search-index.js").SearchIndex} index
   * @param {string} html The places for what is found, from overrides/fragments/search.html.
   * @param {URL} root The site's root, from which addresses start.
   */
  constructor(region, index, html, root) {
    this.index = index;
    this.root = root;
    this.ended = new AbortController();
    this.toggle = /** @type {HTMLInputElement} */ (document.querySelector("#__search"));
    this.form = neededPart("SearchBox", region, "form");
    this.field = neededPart("SearchBox", region, "input");
    const template = document.createElement("template");
    template.innerHTML = html;
    this.results = template.content.firstElementChild;
    const part = (name) => neededPart("SearchBox", this.results, `[data-search-${name}]`);
    this.status = part("status");
    this.danger = part("danger");
    this.list = part("list");
    this.nothing = part("nothing");
    this.one = part("one");
    for (const link of this.results.querySelectorAll("[data-from-root]")) {
      link.href = this.address(link.getAttribute("href"));
    }
    const box = neededPart("SearchBox", region, "[data-search-output]");
    box.append(this.results);
    this.listen(box);
    this.search();
    if (document.activeElement === this.field) {
      this.open();
    }
  }

  listen(box) {
    // With another language the page gets another field.
    const { signal } = this.ended;
    document.addEventListener("languagechanged", () => this.ended.abort(), { signal });
    // Keys, a mouse, dictation, what a phone suggests, and the end of writing in signs: all of it says so.
    for (const kind of ["input", "compositionend"]) {
      this.field.addEventListener(kind, () => this.search());
    }
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links[0]?.click();
    });
    this.form.addEventListener("reset", () => this.empty());
    this.toggle.addEventListener("change", () => this.toggle.checked || this.empty(), { signal });
    this.field.addEventListener("focus", () => this.open());
    box.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("click", (event) => isPlainClick(event) && event.target.closest("a") && this.close());
    document.addEventListener("leaving", () => this.empty(), { signal });
  }

  get links() {
    return [...this.list.querySelectorAll("a")];
  }

  search() {
    const query = this.field.value.trim();
    const isAsked = [...query].length >= MIN_LETTERS;
    const { entries, isCry } = isAsked ? this.index.find(query, this.audience) : { entries: [], isCry: false };
    this.list.replaceChildren(...entries.map((entry) => this.item(entry)));
    this.danger.hidden = !isCry;
    this.nothing.hidden = !isAsked || entries.length > 0;
    this.say(isAsked ? this.outcome(entries.length, isCry) : "");
    if (query) {
      this.open();
    }
  }

  get audience() {
    return document.body.dataset.audience.split(" ").filter(Boolean);
  }

  outcome(number, isCry) {
    const { wordNone, wordOne, wordOther, wordDanger } = this.results.dataset;
    const found = { 0: wordNone, 1: wordOne }[number] ?? wordOther.replace("{number}", number);
    return isCry ? `${wordDanger} ${found}` : found;
  }

  say(text) {
    if (this.status.textContent !== text) {
      this.status.textContent = text;
    }
  }

  item({ address, title, about, section }) {
    const item = this.one.content.firstElementChild.cloneNode(true);
    item.querySelector("a").href = this.address(address);
    item.querySelector("[data-title]").textContent = title;
    item.querySelector("[data-where]").textContent = [section, about].filter(Boolean).join(" · ");
    return item;
  }

  /** The address of a page; on a USB stick it names the file. */
  address(address) {
    const url = new URL(address, this.root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
    }
    return url.href;
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const stops = [this.field, ...this.links];
    const place = stops.indexOf(document.activeElement);
    if (place >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(place + step, 0), stops.length - 1)].focus();
    }
  }

  open() {
    this.set(true);
  }

  close() {
    this.set(false);
  }

  set(isOpen) {
    if (this.toggle.checked !== isOpen) {
      this.toggle.checked = isOpen;
      this.toggle.dispatchEvent(new Event("change"));
    }
  }

  empty() {
    if (this.field.value) {
      this.field.value = "";
    }
    this.search();
  }
}
