/**
 * Lets keys do what a click does on labels that act as buttons: the theme's menu and search open by labels,
 * which browsers do not press with Enter or Space.
 *
 * @param {Document} page
 */
export function openByKeys(page) {
  for (const label of page.querySelectorAll("[data-key-button]")) {
    label.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        label.click();
      }
    });
  }
}
