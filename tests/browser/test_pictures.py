"""The small drawings: light, silent, the same in both languages, and to be seen in the dark and on paper."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.authoring.front_matter import PICTURES
from houvast.data.audiences import AUDIENCES
from playwright.sync_api import Page
from project_root import ROOT
from site_server import SiteServer

FILES = sorted((ROOT / "overrides/partials/pictures").glob("*.html"))
BESIDE_TITLE = '//article/svg[contains(@class, "picture")]'


def drawing(svg: object) -> list[str]:
    """The lines of a picture, by which one is told from another."""
    return list(svg.xpath(".//@d | .//@cx"))  # type: ignore[attr-defined]


def test_every_picture_that_a_page_may_name_is_there_and_every_door_has_one(site: BuiltSite) -> None:
    doors = {posixpath.basename(door.get("href").rstrip("/")) for door in site.tree("").xpath('//a[@class="door"]')}
    assert {file.stem for file in FILES} == {*PICTURES, *(f"door-{folder}" for folder in doors)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_picture_is_small_says_nothing_and_keeps_its_room(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.encode()) <= 1_200
    assert re.search(r'<svg class="picture" width="\d+" height="\d+" viewBox="[\d ]+" aria-hidden="true">', text)
    assert "<text" not in text
    assert "style=" not in text


def test_the_home_page_has_a_different_picture_on_each_door(site: BuiltSite) -> None:
    for address in ("", "en/"):
        doors = [drawing(svg) for svg in site.tree(address).xpath('//a[@class="door"]/svg')]
        assert len(doors) == len(site.tree(address).xpath('//a[@class="door"]')) > len(AUDIENCES)
        assert all(doors.count(door) == 1 for door in doors)


def test_every_page_shows_the_logo(page: Page, server: SiteServer, site: BuiltSite) -> None:
    assert site.pages_with('//header//a[contains(@class, "md-logo")]/svg') == site.addresses
    page.goto(server.url + "thuis/")
    box = page.locator("header .md-logo svg").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (24, 24)


def test_a_page_has_the_same_picture_in_both_languages(site: BuiltSite) -> None:
    pages = site.pages_with(BESIDE_TITLE)
    assert len(pages) > 20
    for address in site.in_language("nl"):
        (link,) = site.tree(address).xpath('//div[@class="language-switch"]/a/@href')
        other = posixpath.normpath(posixpath.join(address, link)) + "/"
        dutch, english = ([drawing(svg) for svg in site.tree(page).xpath(BESIDE_TITLE)] for page in (address, other))
        assert dutch == english, address


def test_a_picture_is_dark_on_light_light_on_dark_and_black_on_paper(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    lines = "getComputedStyle(document.querySelector('article > .picture')).stroke.match(/\\d+/g).map(Number)"
    filled = "getComputedStyle(document.querySelector('.picture__tint')).fill"
    page.emulate_media(color_scheme="light")
    assert max(page.evaluate(lines)) < 120
    page.emulate_media(color_scheme="dark")
    assert min(page.evaluate(lines)) > 120
    page.emulate_media(color_scheme="dark", media="print")
    assert (page.evaluate(lines), page.evaluate(filled)) == ([0, 0, 0], "none")
    page.emulate_media(color_scheme="light", media="screen", forced_colors="active")
    assert (page.evaluate(lines), page.evaluate(filled)) == ([0, 0, 0], "none")
