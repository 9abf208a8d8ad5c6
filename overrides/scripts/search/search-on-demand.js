import { loadScript } from "../lib/load-script.js";
import { sayNotLoaded, sayOnPage } from "../lib/page-message.js";

const SEARCH_PARTS = "[data-md-component=search], label[for=__search], [data-toggles=__search]";

/**
 * Loads the theme's script, and with it the search and its index, when a reader first turns to the search: nothing
 * else on this site needs it, and it weighs more than everything else together.
 */
export class SearchOnDemand {
  /** @param {string} address Of the script that begins with it. */
  constructor(address) {
    this.address = address;
    this.toggle = document.querySelector("#__search");
    // The box of the search is new then, and nothing searches in it yet.
    document.addEventListener("languagechanged", () => this.wait());
    this.wait();
  }

  get query() {
    return document.querySelector(".md-search__input");
  }

  wait() {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const { signal } = this.waiting;
    for (const kind of ["pointerdown", "focusin"]) {
      document.addEventListener(kind, (event) => event.target.closest?.(SEARCH_PARTS) && this.load(), { signal });
    }
    // The theme's script gives the focus when it is there; until then a reader would type into nothing.
    this.toggle.addEventListener("change", () => this.toggle.checked && this.query.focus(), { once: true });
  }

  async load() {
    this.waiting.abort();
    sayOnPage("");
    try {
      await loadScript(this.address);
    } catch {
      // The next touch tries again.
      this.wait();
      sayNotLoaded();
    }
  }
}
