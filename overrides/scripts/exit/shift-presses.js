import { isOnScreenKeyboardOpen } from "./on-screen-keyboard.js";

const PRESSES = 3;
const MILLISECONDS_BETWEEN = 5000;
const KEYS = ["ShiftLeft", "ShiftRight"];
// What a reader does with Shift held, or between two presses, is no press: dragging a selection, ticking a row of boxes,
// scrolling sideways.
const OTHER_ACTS = ["pointerdown", "pointerup", "click", "wheel", "touchstart", "input", "compositionstart"];

/**
 * Counts presses of Shift alone: three of them, each within five seconds of the last, leave the site. Left and right
 * count alike, also when they overlap. Anything else that is done starts the count again. Not Escape: it stops loading.
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
    this.held = new Set();
    this.timer = 0;
    document.addEventListener("keydown", (event) => this.onDown(event), true);
    document.addEventListener("keyup", (event) => this.onUp(event), true);
    for (const act of OTHER_ACTS) {
      document.addEventListener(act, () => this.stop(), { capture: true, passive: true });
    }
    window.addEventListener("blur", () => this.stop());
  }

  onDown(event) {
    if (!isShift(event) || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      this.stop();
    } else if (!event.repeat) {
      this.held.add(event.code);
    }
  }

  onUp(event) {
    if (!isShift(event) || !this.held.delete(event.code)) {
      return;
    }
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
    this.held.clear();
    if (this.count > 0) {
      this.count = 0;
      this.tell(null);
    }
  }
}

/** A keyboard on the screen presses Shift for capitals, out of itself: it names no key, or covers a part of the page. */
function isShift(event) {
  return event.key === "Shift" && KEYS.includes(event.code) && !isOnScreenKeyboardOpen();
}
