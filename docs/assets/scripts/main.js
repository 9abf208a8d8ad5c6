import { DiscreetBrowsing } from "./discreet-browsing.js";
import { DiscreetSwitch } from "./discreet-switch.js";
import { Leaving } from "./leaving.js";
import { ListForm } from "./list-form.js";
import { ShiftPresses } from "./shift-presses.js";
import { ToggleButton } from "./toggle-button.js";
import { UnsavedAnswers } from "./unsaved-answers.js";
import { keepInView } from "./visible-bar.js";

// What only works with a script is shown from here on, and what replaces it without one is hidden.
document.documentElement.classList.replace("no-js", "js");

const forms = [...document.querySelectorAll("form[data-form]")].map((form) => new ListForm(form));

/** Empties every field, those of the theme's search included, and what was kept to be put back. */
const empty = () => {
  for (const form of forms) {
    form.empty();
  }
  for (const form of document.forms) {
    form.reset();
  }
};

const bar = document.querySelector("[data-leave-bar]");
const link = bar.querySelector("[data-leave]");
const status = bar.querySelector("[data-leave-status]");
const leaving = new Leaving(link, empty);
new ShiftPresses(
  () => leaving.leave(),
  (left) => {
    const words = { null: link.dataset.wordStopped, 1: link.dataset.wordPress };
    status.textContent = words[left] ?? link.dataset.wordPresses.replace("{count}", left);
  },
);
keepInView(bar);
new UnsavedAnswers(forms, () => leaving.left);
// The back-forward cache would bring a page back with what was typed in it.
window.addEventListener("pagehide", empty);

const browsing = new DiscreetBrowsing(document.body.dataset.audience === "families");
for (const element of document.querySelectorAll("[data-discreet]")) {
  new DiscreetSwitch(element, browsing);
}
for (const button of document.querySelectorAll("[data-toggles]")) {
  new ToggleButton(button);
}
