"""Nothing that was typed is in the profile of Firefox or of WebKit on disk, however the reader goes."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from browser_traces import check_trace, measures
from built_site import BuiltSite
from firefox_browser import FirefoxBrowser
from form_elsewhere import FormElsewhere
from other_browser import OtherBrowser
from profile_on_disk import files_by_marker, files_holding
from site_server import SiteServer
from test_forensics import TYPED
from webkit_profile import WebKitProfile

FILL = """(selector, marker) => {
  for (const details of document.querySelectorAll("details.form__more")) details.open = true;
  const fields = [...document.querySelectorAll(selector)];
  for (const field of fields) {
    field.value = marker;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const seen = fields.filter((field) => field.checkVisibility());
  return [...new Set([seen.at(0), seen.at(-1)])].map((field) => {
    field.value = "";
    return field.id || (field.id = `typed-${field.name}`);
  });
}"""
ALL_HOLD = "(all, marker) => [...document.querySelectorAll(all)].every((field) => field.value === marker)"
NONE_HOLDS = """(all, marker) => document.readyState === "complete"
  && ![...document.querySelectorAll(all)].some((field) => field.value.includes(marker))"""
HELD = """(selector) => [...document.querySelectorAll(selector)].map((field) => field.value).join("")"""


def type_everywhere(browser: OtherBrowser, marker: str) -> None:
    """Put the marker into every field, the first and the last ones key by key as a reader does."""
    for field in browser.run(FILL, TYPED, marker):
        browser.type(marker, f'[id="{field}"]')
    browser.wait(ALL_HOLD, TYPED, marker)


def by_control(browser: OtherBrowser, before: str) -> None:
    browser.click("[data-leave]")


def by_shift(browser: OtherBrowser, before: str) -> None:
    browser.press("Shift", "Shift", "Shift")


def by_back(browser: OtherBrowser, before: str) -> None:
    browser.back()
    browser.wait_for_address(before)


def by_link(browser: OtherBrowser, before: str) -> None:
    browser.run("() => [...document.querySelectorAll('.site-footer__doors a')].at(-1).click()")


def by_reload(browser: OtherBrowser, before: str) -> None:
    browser.reload()


def by_closing_the_tab(browser: OtherBrowser, before: str) -> None:
    browser.close_tab()


WAYS: list[Callable[[OtherBrowser, str], None]] = [
    by_control,
    by_shift,
    by_back,
    by_link,
    by_reload,
    by_closing_the_tab,
]


def forms_of_each_kind(site: BuiltSite) -> list[str]:
    """Pages that have all kinds of fields together, and a form for each group of readers."""
    chosen: list[str] = []
    seen: set[str] = set()
    for address in site.in_one_language():
        tree = site.tree(address)
        audience = [f"for {name}" for name in tree.xpath("//form[@data-form]/@data-audience")]
        kinds = {*tree.xpath("//form[@data-form]//@data-kind"), *audience}
        if kinds - seen:
            chosen.append(address)
            seen |= kinds
    return chosen


class Reader:
    """Somebody who fills in forms and goes, with a marker for each time.

    Args:
        browser: The browser.
        server: The site.
        before: The address of a page that was there before.
    """

    def __init__(self, browser: OtherBrowser, server: SiteServer, before: str) -> None:
        self.browser = browser
        self.server = server
        self.before = before
        self.markers: dict[str, str] = {}

    def fill(self, address: str, way: str) -> None:
        """Open a page and fill it in; the browser may write down what it wants to write down."""
        marker = self.markers[f"{way}: {address}"] = f"m{uuid.uuid4().hex[:8]}"
        self.browser.goto(self.before)
        self.browser.goto(self.server.url + address)
        FormElsewhere(self.browser)
        type_everywhere(self.browser, marker)
        if isinstance(self.browser, FirefoxBrowser):
            self.browser.save_session()

    def go_each_way(self, addresses: list[str]) -> None:
        """Fill in each page, and go each way from some."""
        ways = [(WAYS[number % len(WAYS)], address) for number, address in enumerate(addresses)]
        # A tab that is closed takes with it what WebKit knows of the others.
        for way, address in sorted(ways, key=lambda pair: pair[0] is not by_closing_the_tab):
            self.fill(address, way.__name__)
            way(self.browser, self.before)
            # Nothing of it is on the page that is there now.
            self.browser.wait(NONE_HOLDS, TYPED, self.markers[f"{way.__name__}: {address}"])

    def leaks(self, folder: Path) -> dict[str, list[str]]:
        """What can be found of what was typed, and where."""
        found = files_by_marker(folder, self.markers.values())
        return {name: found[marker] for name, marker in self.markers.items() if found[marker]}


@pytest.fixture(params=["firefox", "webkit"])
def opened(request: pytest.FixtureRequest, screen: str) -> Callable[[Path], OtherBrowser]:
    """Open a browser on a folder, again and again."""
    if request.param == "firefox":
        return FirefoxBrowser
    return lambda folder: WebKitProfile(folder, screen)


@measures("firefox", "typed")
@measures("webkit", "typed")
def test_no_field_leaves_anything_on_disk(
    request: pytest.FixtureRequest,
    opened: Callable[[Path], OtherBrowser],
    near_server: SiteServer,
    elsewhere: SiteServer,
    site: BuiltSite,
    tmp_path: Path,
) -> None:
    profile, before = tmp_path / "profile", elsewhere.url + "before.html"
    addresses = forms_of_each_kind(site)
    assert len(addresses) >= len(WAYS)
    reader = Reader(opened(profile), near_server, before)
    reader.go_each_way(addresses)
    reader.fill(addresses[0], "killed")
    reader.browser.kill()
    assert reader.leaks(profile) == {}
    # Firefox comes back by itself with the page that was there.
    reader.browser = opened(profile)
    reader.fill(addresses[1], "closed")
    reader.browser.close()
    assert reader.leaks(profile) == {}
    reader.browser = opened(profile)
    reader.browser.close()
    check_trace(request.node.callspec.params["opened"], "typed", list(reader.markers), reader.leaks(profile))


@pytest.mark.browser
def test_firefox_brings_the_page_back_after_a_crash_without_what_was_typed(
    near_server: SiteServer, elsewhere: SiteServer, tmp_path: Path
) -> None:
    address = near_server.url + "thuis/lijst-rustig-thuis/"
    reader = Reader(FirefoxBrowser(tmp_path), near_server, elsewhere.url + "before.html")
    reader.fill("thuis/lijst-rustig-thuis/", "killed")
    reader.browser.kill()
    firefox = FirefoxBrowser(tmp_path)
    try:
        firefox.to_tab(address)
        assert firefox.wait("() => document.readyState === 'complete' && document.querySelector('textarea') !== null")
        assert firefox.run(HELD, TYPED) == ""
    finally:
        firefox.close()
    assert reader.leaks(tmp_path) == {}


def test_one_field_that_is_opened_up_is_found(
    opened: Callable[[Path], OtherBrowser], site: BuiltSite, elsewhere: SiteServer, tmp_path: Path
) -> None:
    # So the search is known to work. Without the script, so that nothing but autocomplete guards the field.
    address = "werk/lijsten/zes-vragen/"
    shutil.copytree(site.folder / address, tmp_path / "site" / address)
    page = tmp_path / "site" / address / "index.html"
    text = page.read_text("utf-8").replace(' method="dialog" autocomplete="off"', ' method="dialog"')
    text, fields = re.subn(r'(<textarea name="[^"]*/answer"[^>]*?) autocomplete="off"', r"\1", text, count=1)
    page.write_text(re.sub(r"<script [^>]*site[^>]*></script>", "", text), "utf-8")
    assert fields == 1
    marker, profile = f"m{uuid.uuid4().hex[:8]}", tmp_path / "profile"
    browser = opened(profile)
    with SiteServer(tmp_path / "site") as server:
        browser.goto(server.url + address)
        type_everywhere(browser, marker)
        if isinstance(browser, FirefoxBrowser):
            browser.save_session()
            browser.kill()
        else:
            # WebKit notes what stands on a page when it is loaded again, and writes that when it is closed.
            browser.reload()
            browser.wait(NONE_HOLDS, TYPED, marker)
            browser.close()
    assert any("session" in file for file in files_holding(profile, marker))
