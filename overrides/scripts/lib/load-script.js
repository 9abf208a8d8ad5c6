import { pageAddress } from "./own-page.js";

/**
 * Loads a script of this site.
 *
 * @param {string} address Perhaps relative to the page that is shown.
 * @returns {Promise<void>} When it has run; fails without a connection.
 */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", reject);
    script.src = new URL(address, pageAddress());
    document.body.append(script);
  });
}
