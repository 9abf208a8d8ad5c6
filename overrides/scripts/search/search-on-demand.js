import { loadScript } from "../lib/load-script.js";
import { sayNotLoaded, sayOnPage } from "../lib/page-message.js";

const SEARCH_PARTS = "[data-region=search], label[for=__search], [data-toggles=__search]";

/** Loads the search and its index when a reader first turns to it: it weighs more than everything else together. */
export class SearchOnDemand {
  /** @param {string} address Of the script of the search. */
  constructor(address) {
    this.address = address;
    const toggle = /** @type {HTMLInputElement} */ (document.querySelector("#__search"));
    // The box of the search is new then, and nothing searches in it yet.
    document.addEventListener("languagechanged", () => this.wait());
    document.addEventListener("searchfailed", () => this.wait());
    // Whatever puts words into the field is a turn to the search: keys, a mouse, dictation, what a phone suggests.
    for (const kind of ["pointerdown", "focusin", "input"]) {
      document.addEventListener(kind, ({ target }) => {
        if (this.isWaiting && /** @type {Element} */ (target).closest?.(SEARCH_PARTS)) {
          this.load();
        }
      });
    }
    toggle.addEventListener("change", () => toggle.checked && document.querySelector(".md-search__input").focus());
    this.wait();
  }

  wait() {
    this.isWaiting = true;
  }

  async load() {
    this.isWaiting = false;
    sayOnPage("");
    try {
      this.loaded ??= loadScript(this.address);
      await this.loaded;
    } catch {
      // The next touch tries again.
      this.loaded = null;
      this.wait();
      sayNotLoaded();
      return;
    }
    document.dispatchEvent(new Event("searchwanted"));
  }
}
