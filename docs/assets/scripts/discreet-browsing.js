import { isPlainClick } from "./plain-click.js";

// Says nothing to whoever might read it.
const MARK = "d";

/**
 * Follows links within the site by replacing the history entry, so that the visit shows neither in the list nor behind
 * Back. Always on families' pages, on the way to them, and after them; elsewhere by choice. The choice goes from page
 * to page in `window.name`: not in storage and not in an address; since the next site could read it, it is emptied
 * when the reader goes elsewhere.
 */
export class DiscreetBrowsing {
  /**
   * @param {boolean} always Whether this page is never browsed in another way.
   * @param {string[]} roots Addresses below which no page is reached in another way.
   */
  constructor(always, roots) {
    this.roots = roots;
    this.chosen = always || window.name === MARK;
    this.staying = false;
    document.addEventListener("click", (event) => this.onClick(event));
    // On pagehide it would be too late: the next page has been given the name by then.
    window.addEventListener("beforeunload", () => {
      if (!this.staying) {
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
    this.staying = !this.isOnThisPage(link);
    if (this.chosen || this.roots.some((root) => link.href.startsWith(root))) {
      event.preventDefault();
      window.location.replace(link.href);
    }
  }

  isOnThisPage(link) {
    const here = window.location;
    return link.hash !== "" && link.pathname === here.pathname && link.search === here.search;
  }

  isWithin(link) {
    return link.protocol === window.location.protocol && link.host === window.location.host;
  }
}
