/**
 * Hands a text to the clipboard; where the browser has none (plain http), shows it selected.
 */
export class CopyBox {
  /** @param {HTMLElement} box Hidden until it is needed; holds a text area. */
  constructor(box) {
    this.box = box;
    this.area = box.querySelector("[data-copy-text]");
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} Whether it is on the clipboard; if not, it is shown.
   */
  async offer(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.close();
      return true;
    } catch {
      this.area.value = text;
      this.box.hidden = false;
      this.area.focus();
      this.area.select();
      return false;
    }
  }

  close() {
    this.area.value = "";
    this.box.hidden = true;
  }
}
