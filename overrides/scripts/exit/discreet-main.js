import { leavingSignal } from "./leaving-signal.js";
import { goTo, showInPlace } from "./page-in-place.js";

// The script of whoever reads discreetly: shows another page, or a place on this one, without a navigation.
let following = new AbortController();

document.addEventListener("readdiscreetly", ({ detail: { address, place } }) => {
  if (leavingSignal.aborted) {
    return;
  }
  if (place !== null) {
    goTo(place);
    // No navigation begins, so nothing else would ask before answers are lost.
  } else if (document.dispatchEvent(new Event("pageleaving", { cancelable: true }))) {
    show(address);
  }
});

async function show(address) {
  // What was asked for last is shown.
  following.abort();
  const { signal } = (following = new AbortController());
  const article = document.querySelector("article");
  article.ariaBusy = "true";
  try {
    if (!(await showInPlace(address, signal))) {
      // Something to download: the page stays.
      window.location.href = address;
    }
  } catch {
    if (!signal.aborted && !leavingSignal.aborted) {
      document.dispatchEvent(new Event("pagenotloaded"));
    }
  }
  if (!signal.aborted) {
    article.ariaBusy = null;
  }
}
