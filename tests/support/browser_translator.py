"""What a browser's translator does to a page, as far as the page's scripts can notice it."""

from __future__ import annotations

from playwright.sync_api import Page

LANGUAGE = "ar"

# Chrome's changes the language of the page, wraps each text in two <font>s, and goes on with whatever comes later.
TRANSLATE = """() => {
  const wrap = (text) => {
    const left = "font, script, style, template, textarea, option, svg";
    if (!text.data.trim() || text.parentElement?.closest(left)) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.replaceWith(outer);
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(wrap);
  };
  document.documentElement.lang = "ar";
  document.documentElement.classList.add("translated-rtl");
  walk(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach((node) => node.isConnected && walk(node));
  }).observe(document.body, { childList: true, subtree: true });
}"""


def translate(page: Page) -> None:
    """Has the page translated, and what comes on it from now on."""
    page.evaluate(TRANSLATE)
