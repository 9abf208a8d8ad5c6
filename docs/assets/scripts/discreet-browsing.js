import { leavingSignal } from "./leaving-signal.js";
import { followsLinkThatStays } from "./links-that-stay.js";
import { pageAddress } from "./own-page.js";
import { goTo, showInPlace } from "./page-in-place.js";
import { isPlainClick } from "./plain-click.js";

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
   * @param {boolean} always Whether this page is never browsed in another way.
   * @param {string[]} roots Addresses below which no page is reached in another way.
   * @param {() => void} sayNotLoaded Says that a page could not be had.
   */
  constructor(always, roots, sayNotLoaded) {
    this.roots = roots;
    this.sayNotLoaded = sayNotLoaded;
    this.chosen = always || window.name === MARK;
    this.staying = false;
    document.addEventListener("click", (event) => this.onClick(event));
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
      if (place === null) {
        this.follow(link.href);
      } else {
        goTo(place);
      }
    }
  }

  /** @param {string} address Of a page of this site. */
  async follow(address) {
    // A page that was opened from a file may not read another one.
    if (window.location.protocol === "file:") {
      window.location.replace(address);
      return;
    }
    // No navigation begins, so nothing else would ask before answers are lost.
    if (!document.dispatchEvent(new Event("pageleaving", { cancelable: true }))) {
      return;
    }
    this.following?.abort();
    const following = new AbortController();
    this.following = following;
    const shown = document.querySelector("article");
    shown.ariaBusy = "true";
    try {
      if (!(await showInPlace(address, following.signal))) {
        // Something to download: the page stays.
        window.location.href = address;
      }
    } catch {
      if (!following.signal.aborted && !leavingSignal.aborted) {
        this.sayNotLoaded();
      }
    }
    if (this.following === following) {
      shown.ariaBusy = null;
    }
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
