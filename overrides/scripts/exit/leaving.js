/**
 * Leaves the site at once: covers the page, empties it, and puts a neutral site in its place in the history.
 * Measured for this: `location.replace` takes the entry of the page away, and back-forward cache can bring a page
 * back as it was, so a page that was left leaves again.
 */
export class Leaving {
  /**
   * @param {HTMLAnchorElement} link The control; its address is where the reader goes.
   * @param {() => void} empty Empties every field of the page.
   */
  constructor(link, empty) {
    this.link = link;
    this.empty = empty;
    this.left = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.leave();
    });
    window.addEventListener("pageshow", () => {
      if (this.left) {
        this.leave();
      }
    });
    window.addEventListener("online", () => {
      if (this.left) {
        this.go();
      }
    });
  }

  leave() {
    // The page "not found" has a bar in each language: one of them leaves.
    if (!this.left && document.documentElement.classList.contains("left")) {
      return;
    }
    this.left = true;
    document.documentElement.classList.add("left");
    document.dispatchEvent(new Event("leaving"));
    this.empty();
    document.title = this.link.dataset.neutralTitle;
    for (const icon of document.querySelectorAll('link[rel="icon"]')) {
      icon.href = "data:,";
    }
    window.name = "";
    // Without a connection the browser would name the address that failed: the cover says less.
    if (navigator.onLine) {
      this.go();
    }
  }

  go() {
    window.location.replace(this.link.href);
  }
}
