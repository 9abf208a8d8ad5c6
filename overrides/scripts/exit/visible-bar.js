/**
 * Keeps the bar with the way out in view where the browser shows only a part of the page: zoomed in by pinching, or
 * with a phone's keyboard open. It is at the top, and on phones, where a thumb reaches it, at the bottom.
 *
 * @param {HTMLElement} bar
 */
export function keepInView(bar) {
  const view = window.visualViewport;
  if (!view) {
    return;
  }
  const place = () => {
    const isAtBottom = getComputedStyle(bar).position === "fixed";
    const below = view.offsetTop + view.height - document.documentElement.clientHeight;
    const down = isAtBottom ? Math.min(0, below) : view.offsetTop;
    const shifted = Math.abs(down) > 1 || view.offsetLeft > 0 || view.scale > 1;
    bar.style.transform = shifted ? `translate(${view.offsetLeft}px, ${down}px)` : "";
    bar.style.width = shifted ? `${view.width}px` : "";
  };
  view.addEventListener("resize", place);
  view.addEventListener("scroll", place);
  // A page can come enlarged. To ask at once would have it laid out before its time.
  requestAnimationFrame(place);
}
