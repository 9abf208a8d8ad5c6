import { sayWhyNotLoaded } from "./site-build.js";

/** Says something at the top of the page, where it is always in view. */
export function sayOnPage(text) {
  pageMessage().textContent = text;
}

/** Says there, and where a form says what it did, that something did not come, and why. */
export function sayNotLoaded() {
  sayWhyNotLoaded(pageMessage().dataset, (text) => {
    for (const place of document.querySelectorAll("[data-page-message], [data-message]")) {
      place.textContent = text;
    }
  });
}

/** Another one with other words when the page has changed its language. */
function pageMessage() {
  return document.querySelector("[data-page-message]");
}
