import { EMPTY } from "./form-items.js";

/**
 * Empties a form, and puts it back once: until the reader types again.
 */
export class Clearing {
  /**
   * @param {import("./form-items.js").FormItem[]} items
   * @param {HTMLButtonElement} undoButton Shown while there is something to put back.
   */
  constructor(items, undoButton) {
    this.items = items;
    this.undoButton = undoButton;
    this.before = null;
  }

  /** @returns {boolean} Whether there was anything to clear. */
  clear() {
    if (!this.items.some((item) => item.isDone || item.read().answer)) {
      return false;
    }
    this.before = this.items.map((item) => item.read());
    for (const item of this.items) {
      item.write(EMPTY);
    }
    this.undoButton.hidden = false;
    this.undoButton.focus();
    return true;
  }

  undo() {
    this.items.forEach((item, index) => item.write(this.before[index]));
    this.forget();
  }

  /** Drops what could be put back, so that nothing stays in memory that the reader cleared. */
  forget() {
    this.before = null;
    this.undoButton.hidden = true;
  }
}
