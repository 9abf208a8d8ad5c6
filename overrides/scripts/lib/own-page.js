/*
 * What the site itself says of the page that is shown. A browser's translator changes `lang`, and a page that is read
 * discreetly is shown without its address, so neither is asked of the browser.
 */

/** @returns {string} The language that the page was written in. */
export function pageLanguage() {
  return document.documentElement.dataset.language;
}

/** @returns {string} The address that the page's own links start from. */
export function pageAddress() {
  return document.documentElement.dataset.address ?? document.baseURI;
}
