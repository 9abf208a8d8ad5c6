/**
 * The switch for discreet browsing: shows whether it is on, and says what changed.
 */
export class DiscreetSwitch {
  /**
   * @param {HTMLElement} element Holds the box and the place for what is said; has the words as data.
   * @param {import("./discreet-browsing.js").DiscreetBrowsing} browsing
   */
  constructor(element, browsing) {
    const box = element.querySelector("input");
    const status = element.querySelector("[data-discreet-status]");
    box.checked = browsing.chosen;
    box.addEventListener("change", () => {
      browsing.choose(box.checked);
      status.textContent = box.checked ? element.dataset.wordOn : element.dataset.wordOff;
    });
    window.addEventListener("pageshow", () => {
      box.checked = browsing.chosen;
    });
  }
}
