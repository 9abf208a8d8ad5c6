"""What ordinary and discreet reading leave in Firefox and in WebKit: the history, the session, the cache, Back."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from browser_traces import check_trace, measures
from built_site import BuiltSite
from firefox_browser import FirefoxBrowser
from other_browser import OtherBrowser
from profile_on_disk import files_by_marker, unpacked
from shown_page import SHOWN
from site_server import SiteServer
from webkit_profile import WebKitProfile

ORDINARY = ["werk/", "werk/openen/", "werk/acuut/", "werk/tekens/"]
DISCREET = ["thuis/samen/", "thuis/eigen-plek/", "thuis/pauze/", "thuis/plan/"]
LAST = "werk/netwerk/"
LEFT = ["en/home/together/", "en/home/time-out/", "en/home/plan/"]


def read_on(browser: OtherBrowser, addresses: list[str]) -> None:
    """Open the first address, and follow links to the others."""
    browser.goto(addresses[0])
    for address in addresses[1:]:
        browser.run("(address) => [...document.links].find((link) => link.href === address).click()", address)
        browser.wait(f"(address) => ({SHOWN}) === address && document.readyState === 'complete'", address)


def history(profile: Path) -> set[str]:
    """The addresses in Firefox's history: what its list shows and its address bar suggests."""
    with sqlite3.connect(profile / "places.sqlite") as places:
        return {row[0] for row in places.execute("select url from moz_places where visit_count > 0 and not hidden")}


def addresses_in(files: Iterable[Path]) -> set[str]:
    """The addresses that stand in files, packed or not."""
    found: set[str] = set()
    for path in files:
        for data in unpacked(path):
            found |= {address.decode() for address in re.findall(rb"http://127\.0\.0\.1:\d+/[a-z0-9/.-]*", data)}
    return found


def with_tips(site: BuiltSite, addresses: list[str]) -> list[str]:
    """The pages with tips, whose text can be told from all others by the name of a tip."""
    return [address for address in addresses if site.tree(address).xpath("//section/@data-tip")]


def cached(site: BuiltSite, profile: Path, addresses: list[str]) -> list[str]:
    """Those of some pages whose text is in a cache."""
    ids = {
        address: f'data-tip="{site.tree(address).xpath("//section/@data-tip")[0]}"'
        for address in with_tips(site, addresses)
    }
    found = files_by_marker(profile, ids.values())
    return [address for address, text in ids.items() if any("cache" in file.lower() for file in found[text])]


@measures(
    "firefox",
    "ordinary-history",
    "ordinary-session",
    "discreet-history",
    "discreet-session",
    "discreet-history-left",
    "discreet-session-left",
    "discreet-suggestions",
    "discreet-cache",
)
@pytest.mark.browser
def test_firefox(near_server: SiteServer, elsewhere: SiteServer, site: BuiltSite, tmp_path: Path) -> None:
    visits = {
        name: [near_server.url + address for address in addresses]
        for name, addresses in (("ordinary", ORDINARY), ("discreet", DISCREET), ("left", LEFT))
    }
    firefox = FirefoxBrowser(tmp_path)
    read_on(firefox, visits["ordinary"])
    firefox.close_tab()
    firefox.goto(elsewhere.url + "before.html")
    read_on(firefox, visits["discreet"])
    firefox.back()
    firefox.wait_for_address(elsewhere.url + "before.html")
    firefox.close_tab()
    firefox.goto(elsewhere.url + "before.html")
    read_on(firefox, visits["left"])
    firefox.click("[data-leave]")
    firefox.wait_for_address(elsewhere.url)
    # What was visited before is in the history when this is.
    firefox.new_tab()
    firefox.goto(elsewhere.url + "index.html")
    firefox.wait_until(lambda: firefox.has_visited(elsewhere.url + "index.html"))
    firefox.save_session()
    firefox.close()
    kept, session = history(tmp_path), addresses_in(tmp_path.rglob("*.jsonlz4"))
    check_trace("firefox", "ordinary-history", visits["ordinary"], kept)
    check_trace("firefox", "ordinary-session", visits["ordinary"], session)
    check_trace("firefox", "discreet-history", visits["discreet"], kept)
    # What the address bar suggests from is the same.
    check_trace("firefox", "discreet-suggestions", visits["discreet"], kept)
    check_trace("firefox", "discreet-session", visits["discreet"], session)
    check_trace("firefox", "discreet-history-left", visits["left"], kept)
    check_trace("firefox", "discreet-session-left", visits["left"], session)
    assert cached(site, tmp_path, ORDINARY) == with_tips(site, ORDINARY)
    check_trace("firefox", "discreet-cache", DISCREET, cached(site, tmp_path, DISCREET))


@measures("webkit", "ordinary-session", "discreet-session", "discreet-session-left", "discreet-cache")
@pytest.mark.parametrize("way", ["ordinary", "discreet", "left"])
def test_webkit(
    near_server: SiteServer, elsewhere: SiteServer, site: BuiltSite, tmp_path: Path, screen: str, way: str
) -> None:
    # WebKit's small browser keeps no history of its own; the session of the last tab is all that it writes.
    addresses = {"ordinary": ORDINARY, "discreet": DISCREET, "left": LEFT}[way]
    visited = [near_server.url + address for address in addresses]
    folder = tmp_path / "folder"
    webkit = WebKitProfile(folder, screen)
    webkit.goto(elsewhere.url + "before.html")
    read_on(webkit, visited)
    if way == "left":
        webkit.click("[data-leave]")
        webkit.wait_for_address(elsewhere.url)
    if way != "ordinary":
        webkit.back()
        webkit.wait_for_address(elsewhere.url + "before.html")
    if way == "discreet":
        webkit.run("() => history.forward()")
        webkit.wait_for_address(visited[0])
    # The cache is written a while later: what was opened last is there when all is.
    webkit.goto(near_server.url + LAST)
    webkit.wait_until(lambda: cached(site, folder, [LAST]) == [LAST])
    webkit.close()
    sessions = {"ordinary": "ordinary-session", "discreet": "discreet-session", "left": "discreet-session-left"}
    check_trace("webkit", sessions[way], visited, addresses_in([folder / "session"]))
    if way == "ordinary":
        assert cached(site, folder, ORDINARY) == with_tips(site, ORDINARY)
    else:
        check_trace("webkit", "discreet-cache", addresses, cached(site, folder, addresses))
    outside = [path for path in folder.rglob("*") if path.is_file() and "Cache" not in str(path)]
    others = [path for path in outside if path.name != "session"]
    assert addresses_in(others) & set(visited) == set()


def form_data(value: object) -> list[object]:
    """What Firefox noted of forms, anywhere in its session."""
    if isinstance(value, dict):
        return [value["formdata"]] if "formdata" in value else [n for part in value.values() for n in form_data(part)]
    return [noted for part in value for noted in form_data(part)] if isinstance(value, list) else []


@pytest.mark.browser
def test_the_choice_to_read_discreetly_is_not_kept_by_firefox(near_server: SiteServer, tmp_path: Path) -> None:
    box = "[data-discreet] input"
    firefox = FirefoxBrowser(tmp_path)
    try:
        firefox.goto(near_server.url + "omgeving/")
        firefox.click(box)
        assert firefox.run("(box) => document.querySelector(box).checked", box)
        firefox.save_session()
        session = tmp_path / "sessionstore-backups/recovery.jsonlz4"
        texts = [text for text in unpacked(session) if text.startswith(b"{")]
        assert form_data(json.loads(texts[0])) == []
        firefox.reload()
        assert firefox.run("(box) => [document.querySelector(box).checked, window.name]", box) == [False, ""]
    finally:
        firefox.close()
