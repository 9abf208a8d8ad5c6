import { followsLinkThatStays } from "./links-that-stay.js";
import { loadScript } from "../lib/load-script.js";
import { pageAddress } from "../lib/own-page.js";
import { sayNotLoaded, sayOnPage } from "../lib/page-message.js";
import { isPlainClick } from "../lib/plain-click.js";

// Says nothing to whoever might read it.
const MARK = "d";

/**
 * Follows links within the site without a navigation, so that the browser's history knows the first page only, and
 * Back leaves the site. Always on families' pages, on the way to them, and after them; elsewhere by choice. The choice
 * goes from page to page in `window.name`: not in storage and not in an address; since the next site could read it, it
 * is emptied when the reader goes elsewhere.
 */
export class DiscreetBrowsing {
  /**
   * @param {object} page What the page says of itself.
   * @param {boolean} page.always Whether it is never browsed in another way.
   * @param {string[]} page.roots Addresses below which no page is reached in another way.
   * @param {string} page.script The address of the script that shows another page; it is loaded for the first link.
   */
  constructor({ always, roots, script }) {
    this.roots = roots;
    this.script = script;
    this.chosen = always || window.name === MARK;
    this.staying = false;
    document.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("pagenotloaded", sayNotLoaded);
    // On pagehide it would be too late: the next page has been given the name by then.
    window.addEventListener("beforeunload", () => {
      if (!this.staying && !followsLinkThatStays()) {
        window.name = "";
      }
    });
    // Whoever stayed after all goes on as chosen.
    for (const event of ["pageshow", "pointerdown", "keydown"]) {
      window.addEventListener(event, () => {
        this.staying = false;
        this.remember();
      }, true);
    }
  }

  /** @param {boolean} chosen */
  choose(chosen) {
    this.chosen = chosen;
    this.remember();
  }

  remember() {
    window.name = this.chosen ? MARK : "";
  }

  onClick(event) {
    const link = event.target.closest("a[href]");
    if (!link || !isPlainClick(event) || event.defaultPrevented || link.target || !this.isWithin(link)) {
      return;
    }
    const place = placeOnThisPage(link);
    this.staying = place === null;
    if (this.chosen || this.roots.some((root) => link.href.startsWith(root))) {
      event.preventDefault();
      this.follow({ address: link.href, place });
    }
  }

  /** @param {{address: string, place: string | null}} detail Where to; the place is one on the page that is shown. */
  async follow(detail) {
    // A page that was opened from a file may not read another one.
    if (window.location.protocol === "file:" && detail.place === null) {
      window.location.replace(detail.address);
      return;
    }
    sayOnPage("");
    try {
      this.loaded ??= loadScript(this.script);
      await this.loaded;
    } catch {
      this.loaded = null;
      sayNotLoaded();
      return;
    }
    document.dispatchEvent(new CustomEvent("readdiscreetly", { detail }));
  }

  isWithin(link) {
    return link.protocol === window.location.protocol && link.host === window.location.host;
  }
}

/** The id that a link leads to on the page that is shown; null where it leads to another page. */
function placeOnThisPage(link) {
  const isHere = link.getAttribute("href").startsWith("#") || link.href.split("#")[0] === pageAddress().split("#")[0];
  return isHere && link.hash ? decodeURIComponent(link.hash.slice(1)) : null;
}
