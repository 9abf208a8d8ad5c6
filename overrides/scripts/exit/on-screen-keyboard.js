// A keyboard takes more of a screen than the browser's own bars do when they come and go.
const SHARE_LEFT = 0.8;

/** @returns {boolean} Whether a keyboard on the screen covers a part of the page, as far as a page can tell. */
export function isOnScreenKeyboardOpen() {
  const view = window.visualViewport;
  const canType = document.activeElement?.matches("input, textarea");
  return Boolean(view && canType) && view.height * view.scale < window.innerHeight * SHARE_LEFT;
}
