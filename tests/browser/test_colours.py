"""Light and dark follow the device, by stylesheet alone."""

from __future__ import annotations

from built_site import BuiltSite
from playwright.sync_api import Page
from site_server import SiteServer

LIGHTNESS = "Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"


def test_the_page_is_dark_where_the_device_is(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.emulate_media(color_scheme="light")
    assert page.evaluate(LIGHTNESS) > 240
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(LIGHTNESS) < 40


def test_no_switch_and_no_script_remembers_it(site: BuiltSite) -> None:
    assert site.pages_with('//*[@data-md-component="palette"] | //input[@data-md-color-scheme]') == []
    assert [script for script in site.find("nl", "//script[not(@src)]") if "__palette" in (script.text or "")] == []


def test_paper_stays_white_on_a_dark_device(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(LIGHTNESS) == 255
    assert page.evaluate("getComputedStyle(document.querySelector('.form-item__text')).color") == "rgb(0, 0, 0)"
