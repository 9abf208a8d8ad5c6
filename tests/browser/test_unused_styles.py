"""The theme's stylesheet is cut to what the pages use, and every page looks the same as with all of it."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from built_site import BuiltSite
from houvast.output.unused_styles import (
    cut_styles,
    drop_unused,
    read_styles,
    select_rules,
    set_for_the_page,
    used_elements,
)
from playwright.sync_api import Page, expect
from site_server import SiteServer
from steps.styles import wanted_styles

PAGE = """<html class="js" lang="nl"><body data-scheme="light">
<main id="top" class="card wide"><a href="#x" title="Weg">unused</a></main></body></html>"""
USED = used_elements([PAGE], ['element.classList.add("opened")'])


@pytest.mark.parametrize(
    ("stylesheet", "kept"),
    [
        (".card{color:red}", ".card{color:red}"),
        (".cards{color:red}", ""),
        (".unused{color:red}", ""),
        (".card.narrow{color:red}", ""),
        (".card>a[title]{color:red}", ".card>a[title]{color:red}"),
        ("a.card{color:red}", ""),
        (".card.opened{color:red}", ".card.opened{color:red}"),
        ("A:hover,main + p{color:red}", "A:hover{color:red}"),
        (".card,.narrow{color:red}", ".card{color:red}"),
        ("#top a:hover{color:red}", "#top a:hover{color:red}"),
        ("#bottom{color:red}", ""),
        ("aside p{color:red}", ""),
        (".opened{color:red}", ".opened{color:red}"),
        (".card:not(.narrow){color:red}", ".card:not(.narrow){color:red}"),
        (".card::before{content:','}", '.card::before{content:","}'),
        ("[data-scheme=light]{color:red}", "[data-scheme=light]{color:red}"),
        ("[data-scheme=dark]{color:red}", ""),
        ("[data-other]{color:red}", ""),
        ('[href^="#"]{color:red}', '[href^="#"]{color:red}'),
        ("@media print{.card{color:red}.narrow{color:red}}", "@media print{.card{color:red}}"),
        ("@media print{.narrow{color:red}}", ""),
        (
            "@media screen{@supports (a:b){.card{color:red}.narrow{color:red}}}",
            "@media screen{@supports (a:b){.card{color:red}}}",
        ),
        ("@keyframes turn{from{top:0}}", ""),
        (
            ".card{animation:turn 1s}@keyframes turn{from{top:0}}",
            ".card{animation:turn 1s}@keyframes turn{from{top:0}}",
        ),
        ("/* a note */.card{color:red}", ".card{color:red}"),
        (".card{--one:1;--two:var(--one);top:var(--two)}", ".card{--one:1;--two:var(--one);top:var(--two)}"),
        (".card{--one:1;--two:var(--one);top:0}", ".card{top:0}"),
        (".card{--icon:url('data:image/svg+xml;charset=utf-8,<svg/>')}", ""),
    ],
)
def test_what_can_match_is_kept(stylesheet: str, kept: str) -> None:
    assert drop_unused(cut_styles(read_styles(stylesheet), USED)).text == kept


def test_a_variable_that_another_stylesheet_uses_is_kept() -> None:
    assert drop_unused(read_styles(".card{--one:1}"), "p{top:var(--one)}").text == ".card{--one:1}"


def test_a_variable_that_is_set_anew_for_the_whole_page_is_dropped() -> None:
    other = ":root,.dark{--one:2}.card{--two:2}"
    styles = read_styles(".card{--one:1;--two:1;top:var(--one);left:var(--two)}")
    assert drop_unused(styles, set_anew=set_for_the_page(other)).text == ".card{--two:1;top:var(--one);left:var(--two)}"


def test_properties_and_rules_can_be_left_out() -> None:
    styles = read_styles("@page{margin:0}.card{top:0;transition:top 1s}a{transition:top 1s}")
    assert drop_unused(styles, unwanted=["transition", "@page"]).text == ".card{top:0}"


def test_rules_can_be_parted() -> None:
    styles = read_styles("@media print{.card,a{top:0}}main{top:0}")
    assert select_rules(styles, lambda selector: selector.text == "a").text == "@media print{a{top:0}}"


PAGES = [
    "",
    "werk/openen/",
    "werk/lijsten/zes-vragen/",
    "en/work/sheets/safety-plan/",
    "leren/rol/",
    "en/learn/trainer/role/",
]


def whole_theme(site: BuiltSite) -> str:
    """The site's stylesheet with all of the theme's in front of it, but for what is to look otherwise here."""
    sheets = [*sorted((Path(material.__file__).parent / "templates/assets/stylesheets").glob("*.min.css"))]
    assert len(sheets) == 2
    theme = "".join(sheet.read_text("utf-8") for sheet in sheets).replace("@page{margin:25mm}", "")
    return wanted_styles(read_styles(theme)).text + (site.folder / site.asset("site.css")).read_text("utf-8")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_looks_the_same_as_with_the_whole_theme(
    page: Page, server: SiteServer, site: BuiltSite, address: str
) -> None:
    whole = whole_theme(site)
    assert (site.folder / site.asset("site.css")).stat().st_size < len(whole) / 3
    page.emulate_media(reduced_motion="reduce")
    looks: list[list[bytes]] = []
    for stylesheet in (None, whole):
        if stylesheet:
            page.route(f"**/{site.asset('site.css')}", lambda route: route.fulfill(body=whole, content_type="text/css"))
        shots = []
        # Each width with a page of its own: a change of width sets the theme's menu in motion.
        for width, media in ((390, "screen"), (1280, "screen"), (700, "print")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media, reduced_motion="reduce")  # type: ignore[arg-type]
            page.goto(server.url + address)
            shots.append(page.screenshot(animations="disabled", caret="hide"))
            page.evaluate("window.scrollTo(0, 1500)")
            shots.append(page.screenshot(animations="disabled", caret="hide"))
        looks.append(shots)
    assert looks[0] == looks[1]


def test_the_open_search_and_menu_look_the_same(page: Page, server: SiteServer, site: BuiltSite) -> None:
    whole = whole_theme(site)
    looks = []
    for stylesheet in (None, whole):
        if stylesheet:
            page.route(f"**/{site.asset('site.css')}", lambda route: route.fulfill(body=whole, content_type="text/css"))
        page.goto(server.url)
        page.emulate_media(reduced_motion="reduce")
        page.locator(".md-search__input").click()
        page.keyboard.type("codewoord")
        expect(page.locator(".search-results__list a").first).to_be_visible()
        page.mouse.move(5, 400)
        found = page.screenshot(animations="disabled", caret="hide")
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 390, "height": 900})
        page.get_by_role("button", name="Menu").click()
        expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
        looks.append((found, page.screenshot(animations="disabled", caret="hide")))
        page.set_viewport_size({"width": 1280, "height": 900})
    assert looks[0] == looks[1]
