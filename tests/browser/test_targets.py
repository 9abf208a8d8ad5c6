"""What a reader presses is 24 by 24 pixels, or so far from the rest that a circle of 24 pixels fits (WCAG 2.5.8)."""

from __future__ import annotations

import pytest
from page_kinds import KINDS
from playwright.sync_api import Page
from site_server import SiteServer

# A box that a label stands around or names is pressed by the label too: what can be pressed is both together. A link in
# a sentence is as high as the line: text stands beside it in the same block.
TOO_SMALL = """() => {
  const MIN_SIZE = 24;
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const inSentence = (element) => {
    if (!element.matches("a") || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const links = [...block.querySelectorAll("a")].map((link) => link.textContent).join("").replace(/\\s/g, "");
    return block.textContent.replace(/\\s/g, "").length > links.length;
  };
  const kinds = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const targets = [];
  for (const element of document.querySelectorAll(kinds)) {
    if (!isShown(element) || element.disabled || inSentence(element)) continue;
    const boxes = [element, ...element.labels ?? []].filter(isShown).map((part) => part.getBoundingClientRect())
      .filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) continue;
    const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
    targets.push({ element, left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
                   isSmall: right - left < MIN_SIZE - 0.1 || bottom - top < MIN_SIZE - 0.1 });
  }
  const touches = (one, other) => {
    if (other.isSmall) return Math.hypot(one.x - other.x, one.y - other.y) < MIN_SIZE - 0.1;
    const across = one.x - Math.max(other.left, Math.min(one.x, other.right));
    const down = one.y - Math.max(other.top, Math.min(one.y, other.bottom));
    return Math.hypot(across, down) < MIN_SIZE / 2 - 0.1;
  };
  const isRelated = (one, other) => one.element.contains(other.element) || other.element.contains(one.element);
  return targets.filter((one) => one.isSmall && targets.some((other) => other !== one && !isRelated(one, other)
    && touches(one, other))).map(({ element, left, right, top, bottom }) =>
      `${Math.round(right - left)} by ${Math.round(bottom - top)}: ${element.outerHTML.slice(0, 100)}`);
}"""
WIDTHS = (390, 1280)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_can_be_pressed_is_large_enough_or_far_enough_from_the_rest(
    page: Page, server: SiteServer, width: int
) -> None:
    for kind, address in KINDS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert page.evaluate(TOO_SMALL) == [], kind


def test_the_open_menu_has_large_enough_targets(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + "werk/openen/")
    page.get_by_role("button", name="Menu").click()
    assert page.evaluate(TOO_SMALL) == []


BUTTON = "<button style='position: absolute; top: 50px; padding: 0; border: 0; left: {}px; width: {}px; height: {}px'>"


def button(left: int, size: int) -> str:
    return BUTTON.format(left, size, size) + "</button>"


@pytest.mark.parametrize(
    ("content", "count"),
    [
        # Alone, a small one is far enough from everything.
        (button(50, 16), 0),
        (button(50, 16) + button(74, 16), 0),
        (button(50, 16) + button(72, 16), 2),
        # Beside a large one only the small one is at fault.
        (button(50, 16) + button(69, 60), 1),
        (button(50, 16) + button(71, 60), 0),
        # Links in a sentence, and links alone in a list.
        ("<p style='line-height: 18px'>See <a href='#'>one</a><br>or <a href='#'>two</a>.</p>", 0),
        ("<ul style='line-height: 18px'><li><a href='#'>one</a></li><li><a href='#'>two</a></li></ul>", 2),
        # A label makes a small box larger.
        ("<label style='display: block; height: 30px; width: 90px'><input type='checkbox'>one</label>" * 2, 0),
    ],
)
def test_the_rule_is_measured_as_it_is_written(page: Page, content: str, count: int) -> None:
    page.set_content(content)
    assert len(page.evaluate(TOO_SMALL)) == count
