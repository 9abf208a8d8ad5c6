import { leavingSignal, whileHere } from "../exit/leaving-signal.js";
import { loadScript } from "../lib/load-script.js";
import { pageLanguage } from "../lib/own-page.js";
import { sayNotLoaded } from "../lib/page-message.js";
import { SearchBox } from "./search-box.js";
import { SearchIndex } from "./search-index.js";

// The script of the search: it is loaded at the first touch, and told at every first touch of a page's search.
const assets = new URL(".", document.currentScript.src);
const STYLES = "search.css";
const root = new URL("..", assets);
const indexes = {};
const received = {};
let isOpening = false;

document.addEventListener("searchindex", ({ detail }) => {
  received[detail.language] = detail;
});
document.addEventListener("searchwanted", open);
// A page that comes back in its first language has what was found before, and nobody who listens to it.
document.addEventListener("languagechanged", () => {
  for (const left of document.querySelectorAll("[data-search-results]")) {
    left.remove();
  }
});

async function open() {
  if (isOpening) {
    return;
  }
  isOpening = true;
  let language;
  do {
    language = pageLanguage();
    await openIn(language);
    // The page may have another language by now.
  } while (language !== pageLanguage());
  isOpening = false;
}

async function openIn(language) {
  const region = document.querySelector("[data-region=search]");
  if (region.querySelector("[data-search-results]")) {
    return;
  }
  try {
    const [index] = await whileHere(Promise.all([indexIn(language, region), stylesAreThere()]));
    if (language === pageLanguage()) {
      new SearchBox(region, index, received[language].html, root);
    }
  } catch {
    if (!leavingSignal.aborted) {
      sayNotLoaded();
      document.dispatchEvent(new Event("searchfailed"));
    }
  }
}

async function indexIn(language, region) {
  if (!indexes[language]) {
    // A page that came in the place of another one says how the file is called, not where it is from here.
    const { indexScript } = region.querySelector("form").dataset;
    await loadScript(new URL(indexScript.split("/").at(-1), assets).href);
    indexes[language] = await SearchIndex.from(received[language]);
  }
  return indexes[language];
}

/** What is found has no place in the header without its looks; where they do not come, it is shown all the same. */
function stylesAreThere() {
  if (document.querySelector("link[data-search-styles]")) {
    return Promise.resolve();
  }
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL(STYLES, assets).href;
  styles.dataset.searchStyles = "";
  document.head.append(styles);
  return new Promise((resolve) => {
    for (const kind of ["load", "error"]) {
      styles.addEventListener(kind, resolve);
    }
  });
}
