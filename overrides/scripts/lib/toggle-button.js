/**
 * A button that opens and closes what the theme opens by a hidden box: the menu or the search.
 * The theme has labels for these, which keys and screen readers cannot press.
 */
export class ToggleButton {
  /** @param {HTMLButtonElement} button Names the box in `data-toggles`, and what gets the focus in `data-focuses`. */
  constructor(button) {
    this.button = button;
    this.box = document.getElementById(button.dataset.toggles);
    button.addEventListener("click", () => this.set(!this.box.checked));
    this.box.addEventListener("change", () => this.show());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing && this.box.checked) {
        this.set(false);
      }
    });
    this.show();
  }

  /** @param {boolean} open */
  set(open) {
    this.box.checked = open;
    this.box.dispatchEvent(new Event("change"));
    const target = open ? document.querySelector(this.button.dataset.focuses) : this.button;
    target.focus();
  }

  show() {
    this.button.setAttribute("aria-expanded", String(this.box.checked));
  }
}
