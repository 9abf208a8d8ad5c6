"""From the first page a reader gets by doors to what is theirs, and editors' situations all lead somewhere near."""

from __future__ import annotations

import posixpath
from typing import Any

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from houvast.authoring.front_matter import front_matter_of
from houvast.output.addresses import localized_path
from playwright.sync_api import Browser, Page, expect
from project_root import ROOT
from shown_page import wait_until_shown
from site_server import SiteServer

HOME = {"nl": "thuis/", "en": "en/home/"}
SECTIONS = {"families": "thuis/index.md", "network": "omgeving/index.md"}
DOORS = {
    "nl": [
        "Ik ben bang voor iemand thuis",
        "Er is spanning, en iedereen durft nee te zeggen",
        "Ik schrik van wat ik doe",
        "Ik ben een kind of een tiener",
    ],
    "en": [
        "I am afraid of someone at home",
        "There is tension, and everybody dares to say no",
        "I am frightened of what I do",
        "I am a child or a teenager",
    ],
}
SITUATIONS: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "data/situations.yml").read_text("utf-8"))
WORDS: dict[str, dict[str, str]] = {
    language: yaml.safe_load((ROOT / f"data/{language}/situations.yml").read_text("utf-8")) for language in LANGUAGES
}


def address_of(page: str, language: str) -> str:
    """The address of a source file in a language."""
    folder = ROOT / "docs" / language
    metas = {
        file.relative_to(folder).as_posix(): front_matter_of(file.read_text("utf-8"), {})
        for file in folder.rglob("*.md")
    }
    addresses = {name: meta["address"] for name, meta in metas.items() if isinstance(meta.get("address"), str)}
    path = localized_path(page, addresses).removesuffix("index").rstrip("/")
    return LANGUAGES[language] + (f"{path}/" if path else "")


def clicks_from(site: BuiltSite, start: str, most: int) -> dict[str, int]:
    """How many links in the text of pages, menus left aside, lead from a page to others; `most` of them at most."""
    found, ends = {start: 0}, [start]
    for clicks in range(1, most + 1):
        following = []
        for address in ends:
            for link in site.tree(address).xpath("//article//a/@href"):
                target = posixpath.normpath(posixpath.join(address, link.partition("#")[0])).rstrip("/") + "/"
                if target not in found and (site.folder / target / "index.html").exists():
                    found[target] = clicks
                    following.append(target)
        ends = following
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_opens_with_one_line_for_danger_and_four_doors(site: BuiltSite, language: str) -> None:
    tree = site.tree(HOME[language])
    doors = tree.xpath('//article//a[@class="door"]')
    assert [" ".join(door.xpath("string(./strong)").split()) for door in doors] == DOORS[language]
    (above,) = tree.xpath('//nav[@class="doors"]/preceding-sibling::*[not(self::h1)]')
    assert {"112", "101"} <= set(above.xpath('.//a[@class="phone"]/text()'))
    # Agreements together come behind the second door, and are not offered before it.
    together, forms = clicks_from(site, HOME[language], 1), site.pages_with("//form[@data-form]")
    assert not set(forms) & set(together)
    for door in doors:
        target = posixpath.normpath(posixpath.join(HOME[language], door.get("href"))) + "/"
        assert site.tree(target).xpath("string(//body/@data-audience)") == "families"
    agreements = posixpath.join(HOME[language], doors[1].get("href"))
    assert set(clicks_from(site, agreements, 2)) & set(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_has_numbers_then_doors_then_lists(site: BuiltSite, language: str) -> None:
    tree = site.tree(LANGUAGES[language])
    order = tree.xpath(
        '//article//a[@class="phone" or @class="door"] | //article//section[@class="quick"]//li/a | //article//dl'
    )
    kinds = [
        element.get("class") or ("numbers" if element.tag == "dl" else "list")
        for element in order
        if not element.xpath("ancestor::dl")
    ]
    assert list(dict.fromkeys(kinds)) == ["phone", "door", "list", "numbers"]
    doors = tree.xpath('//a[@class="door"]/@href')
    young = address_of("thuis/jong/index.md", language).removeprefix(LANGUAGES[language])
    assert {HOME[language].removeprefix(LANGUAGES[language]), young} < set(doors)
    # No list for families alone: who it is for is said behind the doors.
    lists = [posixpath.join(LANGUAGES[language], link) for link in tree.xpath('//section[@class="quick"]//a/@href')]
    assert lists
    assert [link for link in lists if site.tree(link).xpath("string(//body/@data-audience)") == "families"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_touches_lead_from_the_first_page_to_what_to_do_when_afraid(
    browser: Browser, server: SiteServer, language: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server.url + LANGUAGES[language])
    page.locator(f'.door[href="{HOME[language].removeprefix(LANGUAGES[language])}"]').tap()
    wait_until_shown(page, server.url + HOME[language])
    expect(page.locator(".door").first).to_be_in_viewport(ratio=1)
    page.locator(".door").first.tap()
    wait_until_shown(page, server.url + address_of("thuis/voor-jezelf/index.md", language))
    # Nothing of the way is behind Back.
    assert page.url == server.url + LANGUAGES[language]
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_doors_have_room_for_their_words(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in ("", *HOME.values()):
        page.goto(server.url + address)
        for door in page.locator(".door").all():
            for part in door.locator("strong, span").all():
                box = part.bounding_box()
                assert box
                assert box["width"] > 100, (address, part.inner_text())


def test_there_are_situations_for_families_and_people_close_by() -> None:
    audiences = [situation["audience"] for situation in SITUATIONS.values()]
    assert len(audiences) >= 40
    assert set(audiences) == set(SECTIONS)
    for language in LANGUAGES:
        assert list(WORDS[language]) == list(SITUATIONS)
        assert len(set(WORDS[language].values())) == len(SITUATIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_situation_is_answered_near_its_section(site: BuiltSite, language: str) -> None:
    from_home = clicks_from(site, LANGUAGES[language], 3)
    far = []
    for audience, section in SECTIONS.items():
        near = clicks_from(site, address_of(section, language), 2)
        for name, situation in SITUATIONS.items():
            target = address_of(situation["page"], language)
            if situation["audience"] == audience and (target not in near or target not in from_home):
                far.append(name)
    assert far == []


def test_a_page_that_is_far_away_would_be_found(site: BuiltSite) -> None:
    assert "leren/druk/rol/" not in clicks_from(site, HOME["nl"], 2)


@pytest.mark.parametrize(("language", "audience"), [("nl", "families"), ("en", "network")])
def test_situations_are_folded_away_open_without_a_script_and_are_not_printed(
    browser: Browser, server: SiteServer, language: str, audience: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url + address_of(SECTIONS[audience], language))
    links = page.locator(".situations a")
    own = [WORDS[language][name] for name, entry in SITUATIONS.items() if entry["audience"] == audience]
    assert sorted(links.all_text_contents()) == sorted(own)
    expect(links.first).to_be_hidden()
    page.locator(".situations summary").click()
    expect(links.first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".situations")).to_be_hidden()
    context.close()
