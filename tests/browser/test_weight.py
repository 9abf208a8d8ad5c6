"""How much a reader has to load before a page is there: bytes as a server with brotli sends them, and requests."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import cache

import cramjam
import pytest
from built_site import BuiltSite
from playwright.sync_api import Page
from site_server import SiteServer

MAX_REQUESTS = 5
# Ten segments of a network: what a server sends before it waits for the first answer (RFC 6928).
TIP_SHEET = 14_600
FORM = 20_000
# Forms with more text and fields than that leaves room for: their own ceilings, so that they only ever get lighter. The
# words of a module alone are 6 to 8 kB, those of the safety plan 4 kB, and each field needs its names.
LARGE_FORMS = {
    "werk/bladen/veiligheidsplan/": 24_900,
    "werk/bladen/netwerkcirkel/": 22_940,
    "werk/bladen/contactschema/": 21_920,
    "werk/bladen/drie-huizen/": 21_840,
    "werk/bladen/woord-en-beeld/": 21_260,
    "werk/bladen/spanning-en-rust/": 21_020,
    "werk/bladen/gesprekszinnen/": 20_900,
    "werk/bladen/stappen-vastleggen/": 20_790,
    "werk/bladen/plan-controle/": 20_540,
    "werk/bladen/wie-is-thuis/": 20_460,
    "werk/bladen/bezwaren/": 20_380,
    "werk/bladen/poster/": 20_120,
    "werk/bladen/zorgen-en-krachten/": 20_120,
}
MODULES = 27_500
# What the menu of a form counts for, whatever is in it: with each page that an editor adds all menus grow.
MENU = 750
MAX_FOR_A_MENU_ENTRY = 30
# The name of a file with the hash of what is in it.
HASHED = re.compile(rb"([\w-]+)\.[0-9a-f]{8}(?=\.\w+\")")
# A page of each kind, for what only a browser can tell.
KINDS = [
    "",
    "thuis/",
    "werk/openen/",
    "en/home/time-out/",
    "werk/lijsten/voor-je-belt/",
    "leren/openen/",
    "over/herkomst/",
]


@cache
def compressed(site: BuiltSite, path: str) -> int:
    """The bytes of a file in brotli; of a page with hashes of names, as those of contents change with any text."""
    held = (site.folder / path).read_bytes()
    if path.endswith(".html"):
        held = HASHED.sub(lambda name: b"%b.%b" % (name[1], hashlib.sha256(name[1]).hexdigest()[:8].encode()), held)
    return len(bytes(cramjam.brotli.compress(held, level=11)))


def files_of(site: BuiltSite, address: str) -> list[str]:
    """The files of a page's first load, relative to the site's root."""
    links = site.tree(address).xpath('//link[@rel="stylesheet" or @rel="icon"]/@href | //script/@src | //img/@src')
    files = [posixpath.normpath(posixpath.join(address, link)) for link in links if not link.startswith("data:")]
    return [f"{address}index.html", *files]


def first_load(site: BuiltSite, address: str) -> dict[str, int]:
    """The files of a page's first load with their bytes."""
    return {path: compressed(site, path) for path in files_of(site, address)}


def menu_of(site: BuiltSite, address: str) -> tuple[int, int]:
    """The bytes that the menu takes of a page, and how many entries it has."""
    (menu,) = site.tree(address).xpath('//*[@data-region="menu"]')
    page = (site.folder / address / "index.html").read_text("utf-8")
    start = page.index('data-region="menu"')
    end = page.index('data-region="contents"', start)
    without = cramjam.brotli.compress((page[:start] + page[end:]).encode(), level=11)
    return compressed(site, f"{address}index.html") - len(bytes(without)), len(menu.xpath(".//a"))


def too_heavy_forms(site: BuiltSite, addresses: list[str], budget: int) -> dict[str, int]:
    """The same, with a menu that counts for as much on every page."""
    loads = {
        address: sum(first_load(site, address).values()) - menu_of(site, address)[0] + MENU for address in addresses
    }
    return {address: load for address, load in loads.items() if load > budget}


def too_heavy(site: BuiltSite, addresses: list[str], budget: int) -> dict[str, int]:
    loads = {address: sum(first_load(site, address).values()) for address in addresses}
    return {address: load for address, load in loads.items() if load > budget}


def dutch(addresses: list[str]) -> list[str]:
    """Those in Dutch, which is the longer of the two languages."""
    return [address for address in addresses if not address.startswith("en/")]


def test_a_tip_sheet_comes_in_the_first_ten_segments(site: BuiltSite) -> None:
    forms = site.pages_with("//form[@data-form]")
    sheets = [
        address for address in dutch(site.pages_with('//section[contains(@class, "tip")]')) if address not in forms
    ]
    assert len(sheets) > 30
    assert too_heavy(site, ["", *sheets], TIP_SHEET) == {}


def test_a_form_stays_within_its_budget(site: BuiltSite) -> None:
    forms = set(dutch(site.pages_with("//form[@data-form]")))
    modules = {address for address in forms if address.startswith("leren/")}
    assert too_heavy_forms(site, sorted(forms - modules - set(LARGE_FORMS)), FORM) == {}
    assert too_heavy_forms(site, sorted(modules), MODULES) == {}
    for address in forms & LARGE_FORMS.keys():
        assert too_heavy_forms(site, [address], LARGE_FORMS[address]) == {}


def test_a_menu_takes_few_bytes_for_each_of_its_pages(site: BuiltSite) -> None:
    menus = {address: menu_of(site, address) for address in dutch(site.pages_with("//form[@data-form]"))}
    assert {address: menu for address, menu in menus.items() if menu[0] > MAX_FOR_A_MENU_ENTRY * menu[1]} == {}


def test_no_page_needs_more_than_five_requests(site: BuiltSite) -> None:
    assert [address for address in site.addresses if len(files_of(site, address)) > MAX_REQUESTS] == []


def test_a_budget_is_noticed(site: BuiltSite) -> None:
    assert too_heavy(site, ["werk/openen/"], 10_000).keys() == {"werk/openen/"}
    assert too_heavy_forms(site, ["werk/lijsten/voor-je-belt/"], 10_000).keys() == {"werk/lijsten/voor-je-belt/"}


@pytest.mark.parametrize("address", KINDS)
def test_a_browser_asks_for_nothing_else(page: Page, server: SiteServer, site: BuiltSite, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server.url)))
    page.goto(server.url + address, wait_until="networkidle")
    files = {url for url in asked if url != address and not url.startswith("data:")}
    assert {f"{address}index.html", *files} == set(first_load(site, address))


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        """window.moved = []; new PerformanceObserver((list) => { for (const entry of list.getEntries())
        window.moved.push(entry.value); }).observe({ type: "layout-shift", buffered: true });"""
    )
    for address in KINDS:
        page.goto(server.url + address)
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        assert page.evaluate("window.moved") == [], address
