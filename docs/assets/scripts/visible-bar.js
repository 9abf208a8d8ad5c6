/**
 * Keeps the bar with the way out in view where the browser shows only a part of the page: zoomed in by pinching, or
 * with a phone's keyboard open.
 *
 * @param {HTMLElement} bar
 */
export function keepInView(bar) {
  const view = window.visualViewport;
  if (!view) {
    return;
  }
  const place = () => {
    const shifted = view.offsetTop > 0 || view.offsetLeft > 0 || view.scale > 1;
    bar.style.transform = shifted ? `translate(${view.offsetLeft}px, ${view.offsetTop}px)` : "";
    bar.style.width = shifted ? `${view.width}px` : "";
  };
  view.addEventListener("resize", place);
  view.addEventListener("scroll", place);
  // A page can come enlarged. To ask at once would have it laid out before its time.
  requestAnimationFrame(place);
}
