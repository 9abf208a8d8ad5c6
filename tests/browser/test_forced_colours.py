"""With the device's own few colours, nothing that matters is lost: fields, ticks, choices, pens, arrows.

Backgrounds and the site's colours are gone then, so this also shows that nothing is said by colour alone (WCAG 1.4.1).
The focus is in test_focus.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from pictures import Pictures
from playwright.sync_api import Locator, Page
from site_server import SiteServer

# Fields and buttons without an edge of their own. The browser draws boxes to tick and to choose files by itself, and a
# word that is explained has a dotted line below it.
WITHOUT_EDGE = """() => [...document.querySelectorAll("article :is(input, textarea, select, button), .md-search__form")]
  .filter((element) => element.checkVisibility() && !element.matches("[type=checkbox], [type=radio], [type=file]"))
  .filter((element) => {
    const style = getComputedStyle(element);
    return parseFloat(style.borderBottomWidth) < 1 && style.outlineStyle === "none"
      && style.textDecorationLine === "none";
  }).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(page: Page) -> Page:
    """A page in forced colours, on a desktop."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    return page


def is_seen(page: Page, part: Locator, change: Callable[[], None]) -> bool:
    """Whether a change of a part of the page can be seen."""
    pictures = Pictures(page)
    part.scroll_into_view_if_needed()
    before = part.screenshot()
    change()
    # What the pointer is on and what has the focus looks different by itself.
    page.mouse.move(2, 300)
    page.evaluate("document.activeElement.blur()")
    return pictures.difference(before, part.screenshot()) > 20


@pytest.mark.parametrize(
    "address", ["en/", "werk/bladen/veiligheidsplan/", "en/learn/opening/", "leren/druk/rol/", "thuis/bladen/kaart/"]
)
def test_every_field_and_button_has_an_edge(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    assert page.evaluate(WITHOUT_EDGE) == []


def test_a_field_without_an_edge_would_be_found(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/bladen/kaart/")
    page.locator(".part input[type=text]").first.evaluate("field => { field.style.border = 'none'; }")
    assert len(page.evaluate(WITHOUT_EDGE)) == 1


def test_a_change_that_is_of_colours_alone_is_not_seen(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    heading = page.locator("article h1")
    assert not is_seen(page, heading, lambda: heading.evaluate("heading => { heading.style.background = 'red'; }"))
    assert is_seen(page, heading, lambda: heading.evaluate("heading => { heading.style.opacity = 0; }"))


def test_what_is_ticked_left_out_or_chosen_is_seen(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    item = page.locator("[data-item]").first
    assert is_seen(page, item, item.locator("input").first.check)
    # That an item does not apply is said by a line through it as well.
    text = item.locator(".form-item__text")
    assert is_seen(page, text, item.locator("[name$='/not-applicable']").check)
    page.goto(server.url + "en/home/sheets/code-word-cards/")
    choice = page.locator(".field--choice .choice").first
    assert is_seen(page, choice, choice.locator("input").check)


def test_drawing_its_pens_and_its_lines_are_seen(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.goto(server.url + "en/work/sheets/three-houses/")
    drawing = page.locator(".field--drawing").first
    toggle = drawing.locator("[data-draw-toggle]")
    assert is_seen(page, toggle, toggle.click)
    pens, surface = drawing.locator(".drawing__pen"), drawing.locator("[data-draw-surface]")

    def draw(down: int) -> None:
        box = surface.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 60, box["y"] + down)
        page.mouse.down()
        page.mouse.move(box["x"] + 160, box["y"] + down + 5, steps=4)
        page.mouse.up()

    for number, pen in enumerate(pens.all()):
        if number:
            assert is_seen(page, pen, pen.locator("input").check), f"pen {number} does not show that it is chosen"
        assert is_seen(page, surface, partial(draw, 60 + 30 * number)), f"pen {number} draws nothing"


def test_the_arrows_of_the_menu_and_of_a_note_are_seen(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/openen/")
    arrow = page.locator(".md-nav--primary .md-nav__link .md-nav__icon:visible").first
    assert is_seen(page, arrow, lambda: arrow.evaluate("arrow => { arrow.style.opacity = 0; }"))
    page.goto(server.url)
    note = page.locator(".helplines summary").first
    assert is_seen(page, note, lambda: page.evaluate("document.querySelector('.helplines details').open = true"))
