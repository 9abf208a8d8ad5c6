import { loadScript } from "../lib/load-script.js";
import { pageAddress, pageLanguage } from "../lib/own-page.js";
import { sayNotLoaded } from "../lib/page-message.js";
import { SEARCH } from "../made/search-parts.js";

// Makes the page ready for the theme's script, whose search this is, and loads it: the script of the first touch, and
// of the first one after a change of language.
const assets = new URL(".", document.currentScript.src);
const language = pageLanguage();
// Each language with its root after it.
const roots = document.body.dataset.searchRoots.split(" ");

// What an earlier search in another language left.
for (const left of document.querySelectorAll(".md-search__output, #__config, .md-dialog")) {
  left.remove();
}

const config = element("script", { id: "__config", type: "application/json" });
config.textContent = JSON.stringify({
  base: new URL(roots[roots.indexOf(language) + 1], pageAddress()),
  features: [],
  translations: SEARCH.words[language],
  search: new URL(SEARCH.worker, assets),
});
const dialog = element("div", { "class": "md-dialog", "data-md-component": "dialog" });
dialog.append(element("div", { "class": "md-dialog__inner md-typeset" }));
document.body.append(config, dialog);

const output = element("div", { "class": "md-search__output" });
const scrolled = element("div", { "class": "md-search__scrollwrap", "tabindex": "0" });
const result = element("div", { "class": "md-search-result", "data-md-component": "search-result" });
const meta = element("div", { "class": "md-search-result__meta", "role": "status" });
meta.textContent = SEARCH.words[language]["search.result.initializer"];
result.append(meta, element("ol", { "class": "md-search-result__list", "role": "presentation" }));
scrolled.append(result);
output.append(scrolled);
document.querySelector(".md-search__inner").append(output);

if (!document.querySelector("link[data-search-styles]")) {
  const address = new URL(SEARCH.styles, assets);
  const styles = element("link", { "rel": "stylesheet", "href": address, "data-search-styles": "" });
  // Without its looks it would stand in the header for a moment.
  output.hidden = true;
  for (const kind of ["load", "error"]) {
    styles.addEventListener(kind, () => {
      output.hidden = false;
    });
  }
  document.head.append(styles);
}

// What the theme would keep in the browser; this site keeps nothing.
window.__md_scope = new URL(".", pageAddress());
window.__md_get = () => null;
window.__md_set = () => {};

// The theme opens its search by a letter, also while somebody dictates (WCAG 2.1.4). Of the listeners here, ours is the
// first: the theme's come after it and get no letters, the page's own came before.
window.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.target.closest?.("input, textarea")) {
    event.stopImmediatePropagation();
  }
});

loadScript(new URL(SEARCH.script, assets).href).catch(sayNotLoaded);

function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
