import { whileHere } from "./leaving-signal.js";

/**
 * Shows another page of this site in the place of this one, without a navigation: the address, the history and the
 * title stay those of the first page. Measured: Firefox keeps every page that is navigated to in its history, also one
 * that `location.replace` brought, and nothing of what is written into a page.
 *
 * @param {string} address Of the page, perhaps with a place on it (#…).
 * @param {AbortSignal} signal Ends it, since the reader wants another page by now.
 * @returns {Promise<boolean>} Whether it is a page; if not, nothing has happened.
 * @throws {Error} It could not be had.
 */
export async function showInPlace(address, signal) {
  // Asked for anew, so that the browser keeps no copy of it either.
  const answer = await whileHere(fetch(address, { cache: "no-store", signal }));
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  if (!answer.ok || !isPage) {
    answer.body?.cancel();
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return false;
  }
  write(new DOMParser().parseFromString(await whileHere(answer.text()), "text/html"), answer.url);
  const place = decodeURIComponent(new URL(address).hash.slice(1));
  window.addEventListener("load", () => goTo(place), { once: true });
  return true;
}

/**
 * Goes to a place on the page as a link does, but for the address.
 *
 * @param {string} id Empty for the start of the page.
 */
export function goTo(id) {
  const place = document.getElementById(id);
  if (!place) {
    window.scrollTo(0, 0);
    return;
  }
  place.scrollIntoView();
  // Whoever goes on by keys goes on from there.
  const canHaveFocus = place.hasAttribute("tabindex");
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (!canHaveFocus) {
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
}

function write(page, address) {
  for (const name of ["href", "src"]) {
    for (const element of page.querySelectorAll(`[${name}]:not([${name}^="#"], [${name}^="data:"])`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), address));
    }
  }
  const root = page.documentElement;
  root.dataset.address = address;
  // The browser's history takes over the title of what is shown.
  page.title = root.dataset.siteName;
  // What still waits belongs to the page that goes.
  document.dispatchEvent(new Event("leaving"));
  // Takes all listeners of the page that goes away with it, and has the scripts of the new one run.
  document.open();
  document.write(`<!doctype html>${root.outerHTML}`);
  document.close();
}
