import { leavingSignal } from "../exit/leaving-signal.js";
import { neededPart } from "../lib/needed-part.js";

/**
 * Hands a text to the clipboard; where the browser has none (plain http), shows it selected.
 */
export class CopyBox {
  /** @param {HTMLElement} box Hidden until it is needed; holds a text area. */
  constructor(box) {
    this.box = box;
    this.area = neededPart("CopyBox", box, "[data-copy-text]");
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} Whether it is on the clipboard; if not, it is shown, unless the reader left.
   */
  async offer(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.close();
      return true;
    } catch {
      if (!leavingSignal.aborted) {
        this.show(text);
      }
      return false;
    }
  }

  show(text) {
    this.area.value = text;
    this.box.hidden = false;
    this.area.focus();
    this.area.select();
  }

  close() {
    this.area.value = "";
    this.box.hidden = true;
  }
}
