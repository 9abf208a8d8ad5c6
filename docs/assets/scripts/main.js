import { DiscreetBrowsing } from "./discreet-browsing.js";
import { DiscreetSwitch } from "./discreet-switch.js";
import { FormsOnPage } from "./forms-on-page.js";
import { GroupPrinting } from "./group-printing.js";
import { LanguageChange } from "./language-change.js";
import { preparePaper } from "./printing.js";
import { SearchOnDemand } from "./search-on-demand.js";
import { SetPrinting } from "./set-printing.js";
import { ToggleButton } from "./toggle-button.js";
import { UnsavedAnswers } from "./unsaved-answers.js";
import { openWayOut } from "./way-out.js";

// What only works with a script is shown from here on, and what replaces it without one is hidden.
document.documentElement.classList.replace("no-js", "js");

const forms = new FormsOnPage(document.querySelector("article"));
new LanguageChange(forms);
forms.start();
preparePaper();

/** Empties every field, those of the theme's search included, and what was kept to be put back. */
const empty = () => {
  forms.empty();
  for (const form of document.forms) {
    form.reset();
  }
};

const leaving = openWayOut(document.querySelector("[data-leave-bar]"), empty);
new UnsavedAnswers(forms, () => leaving.left);
// The back-forward cache would bring a page back with what was typed in it.
window.addEventListener("pagehide", empty);

const { audience, discreetRoots, themeScript } = document.body.dataset;
new SearchOnDemand(themeScript);
const browsing = new DiscreetBrowsing(
  audience.split(" ").includes("families"),
  discreetRoots.split(" ").filter(Boolean).map((root) => new URL(root, window.location.href).href),
);
for (const element of document.querySelectorAll("[data-discreet]")) {
  new DiscreetSwitch(element, browsing);
}
for (const button of document.querySelectorAll("[data-toggles]")) {
  new ToggleButton(button);
}
for (const button of document.querySelectorAll("[data-prints-set]")) {
  new SetPrinting(button);
}
for (const tools of document.querySelectorAll("[data-group-tools]")) {
  new GroupPrinting(tools);
}
