"""Finds text on a page that a reader cannot read: cut off, under other text, or beyond the edge of the page."""

from __future__ import annotations

from playwright.sync_api import Page

LOST = """() => {
  const short = (text) => text.trim().replace(/\\s+/g, " ").slice(0, 40);
  const edge = document.documentElement.clientWidth + 1;
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // What only a screen reader says, closed boxes to choose from, and what stands still above the page.
    if (element.closest("script, noscript, option, textarea, .unseen, .leave-bar__skip, .md-search")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (boxes.length) pieces.push({ node, element, boxes });
  }
  const lost = [];
  for (const { node, element, boxes } of pieces) {
    let scrolls = false;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (style.overflowX === "auto" || style.overflowX === "scroll") scrolls = true;
      const isCut = boxes.some((text) =>
        style.overflowX === "hidden" && (text.right > box.right + 1 || text.left < box.left - 1)
        || style.overflowY === "hidden" && (text.bottom > box.bottom + 4 || text.top < box.top - 4));
      if (isCut && !scrolls) { lost.push(`cut off: ${short(node.data)}`); break; }
    }
    const isBeyond = boxes.some((text) => text.right > edge || text.left < -1);
    if (isBeyond && !scrolls) lost.push(`beyond the edge: ${short(node.data)}`);
  }
  // Lines of letters may touch; what covers a third of a line cannot be read.
  const lines = pieces.filter(({ element }) => !element.closest(".leave-bar, .md-header, .md-tabs, .md-sidebar"))
    .flatMap(({ node, boxes }) => boxes.map((box) => ({ node, box })))
    .sort((one, other) => one.box.top - other.box.top);
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length && lines[next].box.top < one.box.bottom; next += 1) {
      const other = lines[next];
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (one.node !== other.node && across > 2 && down > Math.min(one.box.height, other.box.height) / 3)
        lost.push(`one over the other: ${short(one.node.data)} / ${short(other.node.data)}`);
    }
  });
  return [...new Set(lost)];
}"""


def lost_text(page: Page) -> list[str]:
    """The pieces of text on a page that are cut off, beyond the edge or under other text, each with why.

    Text in a box that scrolls by itself is reached by scrolling there, so it is not lost.
    """
    found: list[str] = page.evaluate(LOST)
    return found
