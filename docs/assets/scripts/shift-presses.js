const PRESSES = 3;
const MILLISECONDS_BETWEEN = 5000;

/**
 * Counts presses of Shift alone: three of them, each within five seconds of the last, leave the site.
 * Any other key starts the count again, and Shift held for a capital does not count. Not Escape: it stops loading.
 */
export class ShiftPresses {
  /**
   * @param {() => void} leave
   * @param {(left: number | null) => void} tell Takes the presses still to go, or null when the count was stopped.
   */
  constructor(leave, tell) {
    this.leave = leave;
    this.tell = tell;
    this.count = 0;
    this.alone = false;
    this.timer = 0;
    document.addEventListener("keydown", (event) => this.onDown(event), true);
    document.addEventListener("keyup", (event) => this.onUp(event), true);
    window.addEventListener("blur", () => this.stop());
  }

  onDown(event) {
    if (event.key !== "Shift") {
      this.alone = false;
      this.stop();
    } else if (!event.repeat) {
      this.alone = !(event.ctrlKey || event.altKey || event.metaKey);
    }
  }

  onUp(event) {
    if (event.key !== "Shift" || !this.alone) {
      return;
    }
    this.alone = false;
    this.count += 1;
    clearTimeout(this.timer);
    if (this.count === PRESSES) {
      this.count = 0;
      this.leave();
      return;
    }
    this.timer = setTimeout(() => this.stop(), MILLISECONDS_BETWEEN);
    this.tell(PRESSES - this.count);
  }

  stop() {
    clearTimeout(this.timer);
    if (this.count > 0) {
      this.count = 0;
      this.tell(null);
    }
  }
}
