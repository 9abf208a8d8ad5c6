"""How much a reader has to load before a page is there: bytes as a server with brotli sends them, and requests."""

from __future__ import annotations

import posixpath

import cramjam
import pytest
from built_site import BuiltSite
from playwright.sync_api import Page
from site_server import SiteServer

MOST_REQUESTS = 7

# A page of each kind, and the most bytes that its first load may have: what it has now and a little room, so that it
# only ever gets lighter. Pages that print a whole course have no budget.
BUDGETS = {
    "home page": ("", 17_900),
    "tip sheet": ("werk/openen/", 18_950),
    "tip sheet for home": ("en/home/time-out/", 17_400),
    "list": ("werk/lijsten/voor-je-belt/", 39_500),
    "worksheet": ("en/work/sheets/safety-plan/", 50_500),
    "module": ("leren/openen/", 55_000),
    "trainer's page": ("en/learn/trainer/opening/", 38_000),
}


def first_load(site: BuiltSite, address: str) -> dict[str, int]:
    """The files of a page's first load, relative to the site's root, with their bytes in brotli."""
    links = site.tree(address).xpath('//link[@rel="stylesheet" or @rel="icon"]/@href | //script/@src | //img/@src')
    files = [posixpath.normpath(posixpath.join(address, link)) for link in links if not link.startswith("data:")]
    paths = {"page": site.folder / address / "index.html", **{file: site.folder / file for file in files}}
    return {name: len(bytes(cramjam.brotli.compress(path.read_bytes(), level=11))) for name, path in paths.items()}


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_first_load_stays_within_its_budget(page: Page, server: SiteServer, site: BuiltSite, kind: str) -> None:
    address, budget = BUDGETS[kind]
    loaded = first_load(site, address)
    assert sum(loaded.values()) <= budget, loaded
    assert len(loaded) <= MOST_REQUESTS, loaded
    # And that is all that a browser asks for.
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server.url)))
    page.goto(server.url + address, wait_until="networkidle")
    assert {url or address for url in asked} - {address} <= set(loaded)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        """window.moved = []; new PerformanceObserver((list) => { for (const entry of list.getEntries())
        window.moved.push(entry.value); }).observe({ type: "layout-shift", buffered: true });"""
    )
    for kind, (address, _) in BUDGETS.items():
        page.goto(server.url + address)
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        assert page.evaluate("window.moved") == [], kind
