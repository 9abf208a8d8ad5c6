"""The focus goes in reading order, to everything that can be used, and what has it is drawn and in sight.

Forwards on a phone and backwards on a desktop, on a page of each kind (WCAG 2.4.3, 2.4.7, 2.4.11).
"""

from __future__ import annotations

from typing import Any

import pytest
from page_kinds import KINDS
from pictures import Pictures
from playwright.sync_api import Page, expect
from site_server import SiteServer

# What has the focus; where it is; how much of its first line is in sight: of nine places on it, those that are not
# covered by something else.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  window.reached ??= new Set();
  const isAgain = window.reached.has(element);
  const before = window.lastFocused ?? element;
  window.lastFocused = element;
  window.reached.add(element);
  const box = element.getClientRects()[0] ?? new DOMRect();
  let seen = 0;
  for (const across of [0.1, 0.5, 0.9]) for (const down of [0.1, 0.5, 0.9]) {
    const there = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
    if (there && (element.contains(there) || there.contains(element) && there.closest("article, footer, li, nav")))
      seen += 1;
  }
  const earlier = before.getBoundingClientRect();
  // Side by side, one column is read before the next.
  const inColumn = [before, element].every((one) => one.closest("article"))
    && box.left < earlier.right && earlier.left < box.right;
  return { what: element.outerHTML.slice(0, 120), seen, isAgain,
           follows: Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
           isAbove: inColumn && box.bottom <= earlier.top, isBelow: inColumn && box.top >= earlier.bottom };
}"""
# Of radio buttons of one name one is reached; the arrow keys lead to the others. The place for what a search finds is
# loaded when the search gets the focus, and may come when that is gone again.
NOT_REACHED = """() => {
  const kinds = "a[href], button:not([tabindex='-1']), input, select, textarea, summary, [tabindex='0']";
  const names = new Set([...window.reached].filter((one) => one.type === "radio").map((one) => one.name));
  return [...document.querySelectorAll(kinds)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.disabled && !window.reached.has(element)
    && !(element.type === "radio" && names.has(element.name)) && !element.matches(".md-toggle, .md-search__scrollwrap"))
    .map((element) => element.outerHTML.slice(0, 120));
}"""
WALKS = {"Tab": (390, 800), "Shift+Tab": (1280, 900)}
# These are long: links, and fields that test_worksheets_by_keyboard.py goes through.
LONG = ("tips by module", "document to print", "worksheet with a table")


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """Presses a key until the focus is out of the page; gives what had it, each once."""
    steps: list[dict[str, Any]] = []
    while len(steps) < 500:
        page.keyboard.press(key)
        at = page.evaluate(FOCUSED)
        if at is None:
            # A date has several places for the focus.
            return [step for step in steps if not step["isAgain"]]
        steps.append(at)
    raise AssertionError(f"the focus does not get out: {steps[-1]}")


def faults(page: Page, key: str) -> dict[str, list[Any]]:
    """What is wrong with the way that the focus goes, by kind of fault."""
    moves = walk(page, key)
    against = "isAbove" if key == "Tab" else "isBelow"
    found = {
        "not reached": page.evaluate(NOT_REACHED),
        "hidden": [move for move in moves if move["seen"] < 5],
        "out of order": [move for move in moves[1:] if move["follows"] != (key == "Tab")],
        "against the order of reading": [move for move in moves if move[against]],
    }
    return {fault: moves for fault, moves in found.items() if moves}


@pytest.mark.parametrize("key", WALKS)
def test_the_focus_reaches_everything_in_order_and_in_sight(page: Page, server: SiteServer, key: str) -> None:
    width, height = WALKS[key]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    for kind in KINDS.keys() - LONG:
        page.goto(server.url + KINDS[kind])
        assert faults(page, key) == {}, kind


UPWARDS = "display: flex; flex-direction: column-reverse"
COVER = "<div style='position: fixed; inset: 0 0 50% 0; background: white'></div>"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<button tabindex='-1'>one</button><a href='#'>two</a>", set()),
        ("<input tabindex='-1'><a href='#'>two</a>", {"not reached"}),
        (f"<button>one</button>{COVER}", {"hidden"}),
        ("<button>one</button><button tabindex='1'>two</button>", {"out of order"}),
        (
            f"<article style='{UPWARDS}'><button>one</button><button>two</button></article>",
            {"against the order of reading"},
        ),
    ],
)
def test_a_fault_would_be_found(page: Page, content: str, fault: set[str]) -> None:
    page.set_content(content)
    assert faults(page, "Tab").keys() == fault


# Elements that look alike, of which one is enough: what it is, its first class, and what it stands in.
LOOK_ALIKE = """() => {
  const found = new Map();
  const kinds = "a[href], button, input, select, textarea, summary";
  for (const element of document.querySelectorAll(kinds)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
    // The search opens when it gets the focus: it is looked at by itself.
    if (element.matches(".md-search *, .md-toggle, [tabindex='-1']")) continue;
    const around = element.closest(".leave-bar, .md-header, .md-tabs, .md-sidebar, footer, article")?.classList[0];
    const look = [element.tagName, element.type, element.classList[0], around].join(" ");
    if (!found.has(look)) { found.set(look, element); element.dataset.look = look; }
  }
  return [...found.keys()];
}"""
CHOSEN = "document.querySelector(`[data-look='${look}']`)"
TAKE_FOCUS = f"""(look) => {{
  {CHOSEN}.scrollIntoView({{ block: "center" }});
  {CHOSEN}.focus();
  const box = {CHOSEN}.getBoundingClientRect();
  const [x, y] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
  return {{ x, y, width: box.width + 16, height: box.height + 16 }};
}}"""
PAGES = {"light": ["", "en/work/sheets/three-houses/"], "dark": ["en/learn/role/", "thuis/bladen/codewoord/"]}
SCHEMES = [("light", "none"), ("dark", "none"), ("light", "active")]


def undrawn(page: Page, pictures: Pictures) -> list[str]:
    """The looks of elements that do not show that they have the focus by a line around them that stands out."""
    found = []
    # From here on the browser shows the focus as it does to who uses keys.
    page.keyboard.press("Tab")
    for look in page.evaluate(LOOK_ALIKE):
        place = page.evaluate(TAKE_FOCUS, look)
        focused = page.screenshot(clip=place)
        page.evaluate(f"(look) => {CHOSEN}.blur()", look)
        around = 2 * (place["width"] + place["height"] - 32)
        if pictures.difference(focused, page.screenshot(clip=place)) < around:
            found.append(look)
    return found


@pytest.mark.parametrize(("scheme", "forced"), SCHEMES)
def test_the_focus_is_drawn(page: Page, server: SiteServer, scheme: str, forced: str) -> None:
    pictures = Pictures(page)
    page.emulate_media(color_scheme=scheme, forced_colors=forced, reduced_motion="reduce")  # type: ignore[arg-type]
    for address in PAGES[scheme]:
        page.goto(server.url + address)
        assert undrawn(page, pictures) == [], address


def test_a_focus_that_is_not_drawn_would_be_found(page: Page) -> None:
    pictures = Pictures(page)
    page.set_content(
        "<style>:focus { outline: none } .faint:focus { outline: 3px solid #eee }</style>"
        "<article><button>one</button><button class='faint'>two</button><a href='#'>three</a></article>"
    )
    assert len(undrawn(page, pictures)) == 3


def test_the_search_shows_its_focus_where_it_is_open(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server.url)
    page.get_by_role("button", name="Zoeken").press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_css("outline-style", "solid")
    expect(page.locator(".md-search__output")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).to_be_hidden()
    # Also the second time, when the theme's own script is there.
    page.get_by_role("button", name="Zoeken").press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
