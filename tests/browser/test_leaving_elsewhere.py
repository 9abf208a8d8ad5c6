"""Leaving at once, in Firefox and in WebKit: what is covered, what Back shows, a network that is slow or dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_traces import check_trace, measures
from firefox_browser import FirefoxBrowser
from near_exit import dead_host, slow_host
from other_browser import OtherBrowser
from site_server import SiteServer
from test_leaving import LIST, NEUTRAL_TITLE, presses
from webkit_profile import WebKitProfile

SECRET = "m7f3e91c2"
AREA = "[data-item] textarea"
COVER = """() => document.documentElement.classList.contains("left") && {
  seen: [...document.body.children].filter((part) => part.checkVisibility()).length,
  title: document.title,
  texts: [...document.querySelectorAll("textarea, input[type=text]")].map((field) => field.value).join(""),
  printed: [...document.querySelectorAll(".form-item__printed")].map((place) => place.textContent).join(""),
  name: window.name,
}"""
COVERED = {"seen": 0, "title": NEUTRAL_TITLE, "texts": "", "printed": "", "name": ""}
LEAD_TO = "(address) => { document.querySelector('[data-leave]').href = address; }"


@pytest.fixture
def filled(other: OtherBrowser, near_server: SiteServer, elsewhere: SiteServer) -> OtherBrowser:
    """A browser with a list that has an answer, opened after a page of another site."""
    other.goto(elsewhere.url + "before.html")
    other.goto(near_server.url + LIST)
    other.type(SECRET, AREA)
    return other


@measures("firefox", "back")
@measures("webkit", "back")
@pytest.mark.parametrize("way", ["control", "Shift"])
def test_leaving_asks_nothing_and_back_shows_nothing(
    filled: OtherBrowser, near_server: SiteServer, elsewhere: SiteServer, way: str
) -> None:
    if way == "control":
        filled.click("[data-leave]")
    else:
        filled.press("Shift", "Shift")
        filled.wait_for_text("[data-leave-status]", presses("nl", 1))
        filled.press("Shift")
    filled.wait_for_address(elsewhere.url)
    filled.back()
    filled.wait_for_address(elsewhere.url + "before.html")
    check_trace(filled.name.lower(), "back", [near_server.url + LIST], [filled.address])


def test_capitals_do_not_leave(filled: OtherBrowser, near_server: SiteServer) -> None:
    filled.press("Shift+A", "Shift+B", "Shift+C", "Shift+D")
    assert filled.run("(area) => document.querySelector(area).value", AREA).lower() == SECRET + "abcd"
    assert filled.address == near_server.url + LIST


def test_a_slow_network_shows_the_cover(filled: OtherBrowser) -> None:
    with slow_host() as address:
        filled.run(LEAD_TO, address)
        filled.click("[data-leave]")
        assert filled.wait(COVER) == COVERED


def test_a_dead_network_shows_nothing_of_the_page(filled: OtherBrowser, elsewhere: SiteServer) -> None:
    (heading,) = filled.texts("h1")
    filled.run(LEAD_TO, dead_host())
    filled.click("[data-leave]")
    filled.wait("(heading) => !document.body?.innerText.includes(heading)", heading)
    filled.wait("(secret) => document.documentElement?.innerHTML.includes(secret) === false", SECRET)
    filled.back()
    filled.wait_for_address(elsewhere.url + "before.html")


def test_without_a_connection_the_cover_stays_until_there_is_one(
    filled: OtherBrowser, near_server: SiteServer, elsewhere: SiteServer
) -> None:
    set_offline(filled, True)
    filled.click("[data-leave]")
    assert filled.wait(COVER) == COVERED
    assert filled.address == near_server.url + LIST
    set_offline(filled, False)
    filled.wait_for_address(elsewhere.url)


def set_offline(browser: OtherBrowser, offline: bool) -> None:
    """Take the connection away; of WebKit only what it says of it to the page."""
    if isinstance(browser, FirefoxBrowser):
        browser.set_offline(offline)
        return
    browser.run(
        """(offline) => {
          Object.defineProperty(navigator, "onLine", { configurable: true, get: () => !offline });
          window.dispatchEvent(new Event(offline ? "offline" : "online"));
        }""",
        offline,
    )


@pytest.fixture(params=["Firefox", "WebKit"])
def unhindered(request: pytest.FixtureRequest, tmp_path: Path, screen: str) -> Iterator[OtherBrowser]:
    """A browser that can be asked while an answer is awaited; WebKit's driver waits for it first."""
    if request.param == "Firefox":
        yield request.getfixturevalue("firefox")
    else:
        webkit = WebKitProfile(tmp_path / "folder", screen)
        yield webkit
        webkit.kill()


def test_back_to_a_page_that_was_left_shows_nothing_of_what_was_typed(
    unhindered: OtherBrowser, near_server: SiteServer, elsewhere: SiteServer
) -> None:
    # The neutral site does not answer, and the reader goes elsewhere by hand.
    browser = unhindered
    browser.goto(near_server.url + LIST)
    browser.type(SECRET, AREA)
    browser.wait("(area, text) => document.querySelector(area).value === text", AREA, SECRET)
    with slow_host() as address:
        browser.run(LEAD_TO, address)
        browser.click("[data-leave]")
        assert browser.wait(COVER) == COVERED
        browser.run("(address) => { location.href = address; }", elsewhere.url)
        browser.wait_for_address(elsewhere.url)
        browser.run("() => history.back()")
        browser.wait("() => document.querySelector('[data-leave]') !== null")
        assert SECRET not in browser.run(
            "() => document.body.textContent + [...document.querySelectorAll('textarea')].map((area) => area.value)"
        )
