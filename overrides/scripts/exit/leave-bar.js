import { Leaving } from "./leaving.js";
import { ShiftPresses } from "./shift-presses.js";
import { keepInView } from "./visible-bar.js";

/**
 * Makes the bar with the way out work: by its link, by Shift, and in view wherever the reader is.
 *
 * @param {HTMLElement} bar
 * @param {() => void} empty Empties every field of the page.
 */
export function startLeaveBar(bar, empty) {
  const link = bar.querySelector("[data-leave]");
  const status = bar.querySelector("[data-leave-status]");
  const leaving = new Leaving(link, empty);
  new ShiftPresses(
    () => leaving.leave(),
    (left) => {
      const words = { null: link.dataset.wordStopped, 1: link.dataset.wordPress };
      status.textContent = words[left] ?? link.dataset.wordPresses;
    },
  );
  keepInView(bar);
}
