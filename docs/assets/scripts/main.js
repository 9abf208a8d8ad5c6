import { ListForm } from "./list-form.js";
import { ToggleButton } from "./toggle-button.js";

// What only works with a script is shown from here on, and what replaces it without one is hidden.
document.documentElement.classList.replace("no-js", "js");

for (const button of document.querySelectorAll("[data-toggles]")) {
  new ToggleButton(button);
}
for (const form of document.querySelectorAll("form[data-form]")) {
  new ListForm(form);
}
