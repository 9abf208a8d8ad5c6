"""Zoomed in, with larger letters or with more room between them, no page loses text or scrolls in two directions."""

from __future__ import annotations

import pytest
from lost_text import lost_text
from page_kinds import KINDS, enlarge_text
from playwright.sync_api import Page
from site_server import SiteServer
from test_accessibility import too_wide

# Width, height, and the size of letters that the reader chose in the browser. 400 % of a window of 1280 by 1024 pixels
# leaves 320 by 256.
LOOKS = {
    "zoomed in four times": (320, 256, 16),
    "letters twice as large on a phone": (320, 640, 32),
    "letters twice as large on a desktop": (1280, 900, 32),
}
# The least that a page has to bear by WCAG 1.4.12, and what stays in view while the text scrolls.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
STAYING = """() => Math.max(0, ...[...document.querySelectorAll("body *")]
  .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((element) => element.getBoundingClientRect())
  .filter((box) => box.width > innerWidth / 2 && box.top < innerHeight / 2)
  .map((box) => box.bottom)) / innerHeight"""


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_that_is_enlarged_loses_nothing(page: Page, server: SiteServer, look: str) -> None:
    width, height, letters = LOOKS[look]
    page.set_viewport_size({"width": width, "height": height})
    enlarge_text(page, letters)
    for kind, address in KINDS.items():
        page.goto(server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert too_wide(page) <= 0, f"{kind}: {too_wide(page)} pixels too wide"
        assert lost_text(page) == [], kind
        page.evaluate("window.scrollTo(0, 500)")
        assert page.evaluate(STAYING) < 0.4, f"{kind}: what stays in view leaves too little room for the text"


@pytest.mark.parametrize("width", [320, 1280])
def test_more_room_between_letters_words_and_lines_loses_nothing(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for kind, address in KINDS.items():
        page.goto(server.url + address)
        page.evaluate(SPACING)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert too_wide(page) <= 0, f"{kind}: {too_wide(page)} pixels too wide"
        assert lost_text(page) == [], kind


# What would go wrong, and what is then said of it.
FAULTS = {
    "cut off": "<p style='height: 1em; overflow: hidden'>one<br>two</p>",
    "one over the other": "<p style='margin: 0 0 -1.2em'>one</p><p style='margin: 0'>two</p>",
    "beyond the edge": "<p style='margin-right: -90vw; text-align: right'>one</p>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_lost_text_would_be_found(page: Page, fault: str) -> None:
    page.set_content(FAULTS[fault])
    assert [found.partition(":")[0] for found in lost_text(page)] == [fault]
