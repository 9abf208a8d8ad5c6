/**
 * Puts a form back once: as it was before it was emptied, a row was taken away or a file was opened, until the reader
 * types again.
 */
export class Undo {
  /** @param {HTMLButtonElement} button Shown while there is something to put back. */
  constructor(button) {
    this.button = button;
    this.before = null;
  }

  /** @param {object} state What `Form.state` gave. */
  keep(state) {
    this.before = state;
    this.button.hidden = false;
  }

  /** @returns {any} What was kept. */
  take() {
    const { before } = this;
    this.forget();
    return before;
  }

  /** Drops what could be put back, so that nothing stays in memory that the reader cleared. */
  forget() {
    this.before = null;
    this.button.hidden = true;
  }
}
