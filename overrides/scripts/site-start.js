import { DiscreetBrowsing } from "./exit/discreet-browsing.js";
import { DiscreetSwitch } from "./exit/discreet-switch.js";
import { pageAddress } from "./lib/own-page.js";
import { SearchOnDemand } from "./search/search-on-demand.js";
import { ToggleButton } from "./lib/toggle-button.js";
import { startLeaveBar } from "./exit/leave-bar.js";

/** Empties every field, those of the theme's search included, and what was kept to be put back. */
const empty = () => {
  document.dispatchEvent(new Event("emptyforms"));
  // The hidden form is of the boxes that open the menu and the search; buttons say whether those are ticked.
  for (const form of document.querySelectorAll("form:not([hidden])")) {
    form.reset();
  }
};

/** Makes work what every page has. */
export function startSite() {
  startLeaveBar(document.querySelector("[data-leave-bar]"), empty);
  // The back-forward cache would bring a page back with what was typed in it.
  window.addEventListener("pagehide", empty);

  const { audience, discreetRoots, discreetScript, searchScript } = document.body.dataset;
  new SearchOnDemand(searchScript);
  const browsing = new DiscreetBrowsing({
    always: audience.split(" ").includes("families"),
    roots: discreetRoots.split(" ").filter(Boolean).map((root) => new URL(root, pageAddress()).href),
    script: discreetScript,
  });
  for (const element of document.querySelectorAll("[data-discreet]")) {
    new DiscreetSwitch(element, browsing);
  }
  for (const button of document.querySelectorAll("[data-toggles]")) {
    new ToggleButton(button);
  }
  // A page that was brought without a navigation is not read out of itself.
  if (document.documentElement.dataset.address) {
    document.querySelector("[data-page-status]").textContent = document.querySelector("h1").textContent;
  }
}
