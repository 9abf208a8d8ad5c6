// A keyboard takes more of a screen than the browser's own bars do when they come and go.
const SHARE_LEFT = 0.8;

const most = { width: 0, height: 0 };

function measure() {
  const { innerWidth: width, visualViewport: view } = window;
  const height = view.height * view.scale;
  if (width !== most.width || height > most.height) {
    Object.assign(most, { width, height });
  }
  return height;
}

if (window.visualViewport) {
  // To ask at once would have the page laid out before its time.
  requestAnimationFrame(measure);
  window.visualViewport.addEventListener("resize", measure);
}

/** @returns {boolean} Whether a keyboard on the screen covers a part of the page, as far as a page can tell. */
export function isOnScreenKeyboardOpen() {
  const canType = document.activeElement?.matches("input, textarea");
  return Boolean(canType && window.visualViewport)
    && window.matchMedia("(any-pointer: coarse)").matches
    && measure() < most.height * SHARE_LEFT;
}
