"""axe finds nothing on any page, in light and dark, on a narrow and on a wide screen, empty and filled in."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import BuiltSite
from playwright.sync_api import Page
from site_server import SiteServer

WIDTHS = (320, 1280)
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": STANDARD, "resultTypes": ["violations"]}
# The colour scheme changes nothing but colours: of the rest one look is enough.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
SCHEMES = {"light": ALL, "dark": COLOURS}


def violations(page: Page, rules: dict[str, list[str]]) -> list[str]:
    """What axe finds, each with the first place at which it finds it."""
    found = Axe().run(page, options=rules).response["violations"]
    return [
        f"{entry['id']}: {entry['nodes'][0]['html'][:160]} {entry['nodes'][0]['failureSummary']}" for entry in found
    ]


def check_everywhere(page: Page, state: str) -> None:
    """Checks the page as it is in every width and colour scheme, and that it needs no sideways scrolling."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert violations(page, rules) == [], f"{state} at {width} in {scheme}"
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{state}: {overflow} pixels too wide at {width}"


PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_violation(page: Page, server: SiteServer, site: BuiltSite, part: int) -> None:
    # In parts, so that they run side by side.
    for address in site.addresses[part::PARTS]:
        page.goto(server.url + address)
        check_everywhere(page, address)


def test_a_list_has_no_violation_once_it_is_filled_in_or_cleared(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.locator("[data-item] input").nth(1).check()
    page.locator("[data-item] textarea").first.fill("een antwoord")
    check_everywhere(page, "filled in")
    page.locator('[data-action="clear"]').click()
    check_everywhere(page, "cleared")


@pytest.mark.parametrize("address", ["", "en/work/lists/six-questions/"])
def test_open_menu_and_search_have_no_violation(page: Page, server: SiteServer, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + address)
    for toggle in ("__drawer", "__search"):
        page.locator(f"[data-toggles={toggle}]").click()
        assert violations(page, ALL) == [], toggle
        page.reload()


def test_the_page_not_found_has_no_violation(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "nothing/here/")
    check_everywhere(page, "not found")


def test_axe_would_find_something(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input type=text>')")
    assert any(found.startswith("label:") for found in violations(page, ALL))
