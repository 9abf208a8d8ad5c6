import { loadScript } from "../lib/load-script.js";
import { sayNotLoaded, sayOnPage } from "../lib/page-message.js";
import { isPlainClick } from "../lib/plain-click.js";

const NEEDS_IT = "[data-form], [data-prints-set], [data-group-tools]";

/**
 * Loads what makes forms work when a reader first turns to one: until then the page is light, and its fields can be
 * filled in already. What is done meanwhile is done again as soon as the script is there.
 */
export class FormsOnDemand {
  /** @param {string} address Of the script. */
  constructor(address) {
    this.address = address;
    this.done = [];
    this.waiting = new AbortController();
    const { signal } = this.waiting;
    for (const kind of ["pointerover", "pointerdown", "focusin"]) {
      document.addEventListener(kind, (event) => event.target.closest?.(NEEDS_IT) && this.load(), { signal });
    }
    for (const kind of ["click", "input", "change"]) {
      // Before any other listener follows a link.
      document.addEventListener(kind, (event) => this.keep(event), { signal, capture: true });
    }
    // On the way to printing, by keys or by the browser's menu: a page is laid out for paper by the script.
    document.addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey) && this.load(), { signal });
    document.documentElement.addEventListener("mouseleave", () => this.load(), { signal });
    document.addEventListener("emptyforms", () => this.done.splice(0), { signal });
  }

  keep(event) {
    const { target, type } = event;
    const isOurs = target.closest?.(NEEDS_IT) && (type !== "click" || target.closest("button"));
    // What was typed goes along to the other language, so its link waits for the script that takes it there.
    const link = this.isLoading && isPlainClick(event) && target.closest(".language-switch a");
    if (link) {
      event.preventDefault();
      this.done.push(() => link.click());
    } else if (isOurs) {
      // Not a click that the browser would follow again: what it opened would be closed.
      this.done.push(() => target.dispatchEvent(new Event(type, { bubbles: true })));
      this.load();
    }
  }

  async load() {
    if (this.isLoading) {
      return;
    }
    this.isLoading = true;
    try {
      await loadScript(this.address);
    } catch {
      this.isLoading = false;
      this.done.splice(0);
      // The next touch tries again.
      sayNotLoaded();
      return;
    }
    this.waiting.abort();
    delete document.body.dataset.formScript;
    sayOnPage("");
    for (const doAgain of this.done.splice(0)) {
      doAgain();
    }
  }
}
