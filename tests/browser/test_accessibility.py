"""axe finds nothing on any page, in light and dark, on a narrow and on a wide screen, empty and filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import BuiltSite
from filled_form import FilledForm
from hostile_files import locked_members, readable_file, signed
from lxml import etree
from playwright.sync_api import Page, expect
from site_server import SiteServer

WIDTHS = (320, 1280)
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": STANDARD, "resultTypes": ["violations"]}
# The colour scheme changes nothing but colours: of the rest one look is enough.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
SCHEMES = {"light": ALL, "dark": COLOURS}
# They take as long as all the rest, and colours follow from elements and their classes: not every page is looked at.
ALL_BUT_COLOURS = {**ALL, "rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]}}
# A page of each kind is looked at whole, in every width and scheme: what is around the article is the same elsewhere.
KINDS = [
    "",
    "en/",
    "werk/",
    "en/around/seeing/",
    "thuis/bladen/pauze/",
    "en/work/sheets/three-houses/",
    "en/work/lists/six-questions/",
    "over/bestanden/",
    "en/learn/role/",
]


def violations(page: Page, rules: Mapping[str, object], part: str = "html") -> list[str]:
    """What axe finds in a part of the page, each with the first place at which it finds it."""
    found = Axe().run(page, context=part, options=rules).response["violations"]
    return [
        f"{entry['id']}: {entry['nodes'][0]['html'][:160]} {entry['nodes'][0]['failureSummary']}" for entry in found
    ]


def check_everywhere(page: Page, state: str) -> None:
    """Check the page as it is in every width and colour scheme, and that it needs no sideways scrolling."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # What has scrolled half under the bar with the way out would count as half a target.
            page.evaluate("scrollTo(0, 0)")
            assert violations(page, rules) == [], f"{state} at {width} in {scheme}"
        assert too_wide(page) <= 0, f"{state}: {too_wide(page)} pixels too wide at {width}"


def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(script))


PARTS = 4
# More rows of a table or of the points of a source are the same again, and there are hundreds; what is around the
# article, and the tools of a form, are looked at below.
ARTICLE_WITH_ONE_ROW = """() => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const same = ".row:nth-child(n+2), .point:nth-child(n+3), .form__tools, .form__copy, .unmatched, template";
  document.querySelectorAll(`${same}, header, footer, .md-tabs, .md-sidebar`)
    .forEach((element) => element.remove());
}"""
# Documents to print are put together of other pages: one is enough, the rest is looked at where it comes from.
COPIES = re.compile(r"/(?:druk|print)/(?!role?/)\w")
LOOKS = {"nl": (320, "light"), "en": (1280, "dark")}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LOOKS)
def test_no_page_has_a_violation(page: Page, server: SiteServer, site: BuiltSite, language: str, part: int) -> None:
    # In parts, so that they run side by side. A page is built the same in both languages: one is looked at narrow and
    # light, the other wide and dark.
    pages = [address for address in site.in_language(language) if not COPIES.search(address)][part::PARTS]
    check_articles(page, server, pages, LOOKS[language], ALL_BUT_COLOURS)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look[1])
def test_every_element_has_colours_that_can_be_read(
    page: Page, server: SiteServer, site: BuiltSite, look: tuple[int, str]
) -> None:
    check_articles(page, server, pages_with_every_element(site), look, COLOURS)


def check_articles(
    page: Page, server: SiteServer, addresses: list[str], look: tuple[int, str], rules: Mapping[str, object]
) -> None:
    """Check what is on each of these pages in one width and colour scheme."""
    width, scheme = look
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for address in addresses:
        page.goto(server.url + address)
        page.evaluate(ARTICLE_WITH_ONE_ROW)
        assert violations(page, rules, "article") == [], f"{address} at {width} in {scheme}"
        assert too_wide(page) <= 0, f"{address}: {too_wide(page)} pixels too wide at {width}"


def pages_with_every_element(site: BuiltSite) -> list[str]:
    """A few pages that together have every element with every class that there is in articles."""
    elements = {
        address: {
            (element.tag, name)
            for element in site.tree(address).find(".//article").iter(etree.Element)
            for name in element.get("class", "").split() or [""]
        }
        for address in site.in_one_language()
        if not COPIES.search(address)
    }
    chosen = []
    while any(elements.values()):
        richest = max(elements, key=lambda address: len(elements[address]))
        chosen.append(richest)
        elements = {address: own - elements[richest] for address, own in elements.items()}
    return chosen


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_each_kind_has_no_violation_anywhere(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    check_everywhere(page, address)


@pytest.mark.parametrize("address", ["werk/lijsten/zes-vragen/", "en/work/lists/six-questions/"])
def test_a_list_has_no_violation_once_it_is_filled_in_or_cleared(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    page.locator("[data-item] input").nth(1).check()
    page.locator("[data-item] textarea").first.fill("een antwoord")
    check_everywhere(page, "filled in")
    page.locator('[data-action="clear"]').click()
    check_everywhere(page, "cleared")


@pytest.mark.parametrize("address", ["werk/bladen/plan-controle/", "en/work/sheets/plan-check/"])
def test_a_worksheet_has_no_violation_filled_in_with_a_question_or_a_mistake_on_it(
    page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    page.goto(server.url + address)
    sheet = FilledForm(page, tmp_path)
    sheet.fill(rows=0)
    file = sheet.save()
    sheet.choose_file(file)
    expect(page.locator("[data-replace]")).to_be_visible()
    check_everywhere(page, "asking whether to replace")
    page.locator('[data-action="replace"]').click()
    sheet.choose_file({"name": "x", "mimeType": "", "buffer": b"no file of ours"})
    expect(sheet.message).not_to_be_empty()
    unmatched = signed(readable_file({"changed/gone": "an old answer"}, form="plan-check"))
    sheet.choose_file({"name": "x", "mimeType": "", "buffer": unmatched})
    page.locator('[data-action="replace"]').click()
    expect(page.locator("[data-unmatched]")).to_be_visible()
    sheet.choose_file({"name": "x", "mimeType": "", "buffer": signed(locked_members())})
    expect(page.locator("[data-unlock]")).to_be_visible()
    page.locator("[data-unlock-passphrase]").fill("not the passphrase at all")
    page.locator('[data-action="unlock"]').click()
    expect(sheet.message).not_to_be_empty()
    for button in page.locator("[data-show]").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    check_everywhere(page, "asking for a passphrase after a wrong one, with unmatched answers, and what is typed shown")


@pytest.mark.parametrize("address", ["", "en/work/lists/six-questions/"])
def test_open_menu_and_search_have_no_violation(page: Page, server: SiteServer, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + address)
    for toggle in ("__drawer", "__search"):
        page.locator(f"[data-toggles={toggle}]").click()
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            assert violations(page, rules) == [], f"{toggle} in {scheme}"
        page.reload()


@pytest.mark.parametrize("address", ["thuis/pauze/", "en/home/time-out/"])
def test_search_results_have_no_violation(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    page.locator(".md-search__input").click()
    for query in ("plan", "xqzzw", "112"):
        page.locator(".md-search__input").fill(query)
        expect(page.locator("[data-search-status]")).not_to_be_empty()
        check_everywhere(page, f"what is found for {query}")


@pytest.mark.parametrize("address", ["werk/lijsten/zes-vragen/", "en/learn/role/", "thuis/bladen/pauze/"])
def test_paper_has_no_violation_and_what_is_seen_is_said(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    # Who uses the page by voice says what stands on a button or a label (WCAG 2.5.3); axe does not look by itself.
    assert violations(page, {"runOnly": ["label-content-name-mismatch"], "resultTypes": ["violations"]}) == []
    # Nothing is pressed on paper: of the rest only colours are different there.
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    assert violations(page, COLOURS) == []


def test_the_page_not_found_has_no_violation(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "nothing/here/")
    check_everywhere(page, "not found")


def test_axe_would_find_something(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input type=text>')")
    assert any(found.startswith("label:") for found in violations(page, ALL))


def test_axe_would_find_a_colour_that_cannot_be_read(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.evaluate("document.querySelector('h1').style.color = '#aaa'")
    assert any(found.startswith("color-contrast:") for found in violations(page, COLOURS, "article"))
    assert violations(page, ALL_BUT_COLOURS, "article") == []
