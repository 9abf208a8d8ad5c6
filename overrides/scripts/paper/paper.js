import { leavingSignal } from "../exit/leaving-signal.js";

const paperLayers = [];
const paperMarks = [];
let isLaidOnPaper = false;
// By these a reader is back at the page, whatever they do; a print that begins with one of them begins anew.
const ACTS_ON_PAGE = ["pointerdown", "touchstart", "keydown", "input", "click"];

/**
 * Adds something that is on the page for paper only, whichever way it is printed.
 *
 * @param {() => void} layOn Puts it on the page.
 * @param {() => void} takeOff Takes it off again, where it is there.
 */
export function addForPaper(layOn, takeOff) {
  paperLayers.push({ layOn, takeOff });
}

/**
 * Prints the page, with marks on it that say what of it is printed and how.
 *
 * Many browsers go on at once and lay the page out later, and again for another size of paper; what they say of the end
 * of printing may come before that, or never. So all that is for paper stays until the reader is back at the page.
 *
 * @param {any[][]} marks Elements, each with an attribute and its value.
 */
export function printWith(marks) {
  if (leavingSignal.aborted) {
    return;
  }
  clearPaper();
  for (const [element, name, value] of marks) {
    element.setAttribute(name, value);
    paperMarks.push([element, name]);
  }
  layOnPaper();
  window.print();
}

/** Takes all that is for paper off the page. */
export function clearPaper() {
  for (const [element, name] of paperMarks.splice(0)) {
    element.removeAttribute(name);
  }
  takeOffPaper();
}

/** Makes the page ready for paper whenever it is printed, also from the browser's own menu, and as it was afterwards. */
export function watchPaper() {
  window.addEventListener("beforeprint", () => {
    // Anew: what is on the page may be another than when it was last laid out.
    takeOffPaper();
    if (!leavingSignal.aborted) {
      layOnPaper();
    }
  });
  for (const act of ACTS_ON_PAGE) {
    // Before a button that prints hears of it.
    window.addEventListener(act, clearPaper, { capture: true, passive: true });
  }
  // Back from the browser's own dialog.
  window.addEventListener("focus", clearPaper);
  leavingSignal.addEventListener("abort", clearPaper);
}

function layOnPaper() {
  isLaidOnPaper = true;
  for (const { layOn } of paperLayers) {
    layOn();
  }
}

function takeOffPaper() {
  // Asked at each key: most of the time there is nothing to look for.
  if (isLaidOnPaper) {
    isLaidOnPaper = false;
    for (const { takeOff } of paperLayers) {
      takeOff();
    }
  }
}
