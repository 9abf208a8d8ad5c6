"""A page that refuses paper and copies: nothing of it is printed, copied, dragged, typed on, found or led to."""

from __future__ import annotations

import posixpath
import subprocess
from pathlib import Path

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from playwright.sync_api import Browser, Page, expect
from printed_sheets import PrintedSheets
from project_root import ROOT
from search_data import pages_found
from shown_page import wait_until_shown
from site_server import SiteServer
from small_project import HOME, SmallProject

PAGES = {"nl": "thuis/voor-jezelf/vooruit/", "en": "en/home/for-yourself/thinking-ahead/"}
ABOVE = {"nl": "thuis/voor-jezelf/", "en": "en/home/for-yourself/"}
ORDINARY = "thuis/pauze/"
LINES = {
    language: yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))["no_paper"]
    for language in LANGUAGES
}
NAME = "Houvast"
AUDIENCE = "audience: families\nchecked"


def printed(page: Page, folder: Path) -> Path:
    """What the browser's own print command puts in a file."""
    page.pdf(path=folder / "print.pdf", prefer_css_page_size=True, outline=True, tagged=True)
    return folder / "print.pdf"


def copied(page: Page) -> str:
    """Copy all of a page by keys, and give what is on the clipboard then."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('vorige')")
    page.locator("h1").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_there_is_one_neutral_line(
    page: Page, server: SiteServer, site: BuiltSite, tmp_path: Path, language: str
) -> None:
    page.goto(server.url + PAGES[language])
    expect(page.locator(".instead-of-paper")).to_be_hidden()
    file = printed(page, tmp_path)
    sheets = PrintedSheets(file)
    assert (len(sheets), sheets.words) == (1, LINES[language])
    # A browser names the file and its window by the title.
    about = subprocess.run(["pdfinfo", "-meta", str(file)], capture_output=True, text=True, check=True).stdout
    about += subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert NAME in about
    heading = str(site.tree(PAGES[language]).xpath("string(//h1)")).strip()
    assert heading
    for said in (heading, PAGES[language].rstrip("/").rsplit("/", 1)[-1]):
        assert said not in about
        assert said.encode() not in file.read_bytes()


def test_the_same_without_a_script_and_when_it_was_read_discreetly(
    browser: Browser, page: Page, server: SiteServer, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    without = context.new_page()
    without.goto(server.url + PAGES["nl"])
    assert PrintedSheets(printed(without, tmp_path)).words == LINES["nl"]
    context.close()
    page.goto(server.url + ABOVE["nl"])
    page.locator(f'.section-pages a[href="{posixpath.basename(PAGES["nl"].rstrip("/"))}/"]').click()
    wait_until_shown(page, server.url + PAGES["nl"])
    assert page.url == server.url + ABOVE["nl"]
    assert page.title() == NAME
    assert PrintedSheets(printed(page, tmp_path)).words == LINES["nl"]


def test_after_leaving_not_even_the_line_is_printed(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + PAGES["nl"])
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    expect(page.locator("h1")).to_be_hidden()
    assert PrintedSheets(printed(page, tmp_path)).words == ""


def test_another_page_is_printed(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + ORDINARY)
    heading = page.locator("h1").inner_text()
    assert heading in PrintedSheets(printed(page, tmp_path)).words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_holds_the_line_alone(page: Page, server: SiteServer, language: str) -> None:
    page.goto(server.url + PAGES[language])
    assert copied(page) == LINES[language]
    formats = page.evaluate(
        "navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))",
    )
    assert formats == ["text/plain"]


def test_another_page_is_copied(page: Page, server: SiteServer) -> None:
    page.goto(server.url + ORDINARY)
    heading = page.locator("h1").inner_text()
    assert heading in copied(page)


@pytest.mark.parametrize(("address", "is_dragged"), [(PAGES["nl"], False), (ORDINARY, True)])
def test_its_text_is_not_dragged_elsewhere(page: Page, server: SiteServer, address: str, is_dragged: bool) -> None:
    page.goto(server.url + address)
    # A drag by a mouse that this machine does not have would keep the browser waiting for its end.
    begins = page.locator("h1").evaluate(
        "heading => heading.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true }))"
    )
    assert begins is is_dragged


def test_without_a_script_its_text_cannot_be_selected(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    selected = {}
    for address in (PAGES["nl"], ORDINARY):
        page = context.new_page()
        page.goto(server.url + address)
        page.locator("h1").click()
        page.keyboard.press("Control+A")
        selected[address] = page.evaluate("String(getSelection()).trim()")
    context.close()
    assert selected[PAGES["nl"]] == ""
    assert selected[ORDINARY] != ""


def test_nothing_can_be_typed_and_the_page_is_always_read_discreetly(
    page: Page, server: SiteServer, site: BuiltSite
) -> None:
    refusing = site.pages_with("//body[@data-refuses-paper]")
    assert set(PAGES.values()) <= set(refusing)
    for address in refusing:
        tree = site.tree(address)
        assert tree.xpath("//article//*[self::input or self::textarea or self::select or self::form]") == [], address
        assert tree.xpath("//*[@contenteditable]") == []
        assert tree.xpath("string(//body/@data-audience)") == "families"
        assert tree.xpath("string(//title)") == NAME
    page.goto(server.url + PAGES["nl"])
    page.locator(".site-footer__doors a").last.click()
    expect(page.locator("html")).to_have_attribute("data-address", f"{server.url}over/")
    assert page.url == server.url + PAGES["nl"]


def test_no_search_finds_it_and_no_page_for_others_leads_there(site: BuiltSite) -> None:
    refusing = set(site.pages_with("//body[@data-refuses-paper]"))
    ways = {}
    for address in site.addresses:
        links = site.tree(address).xpath("//a/@href")
        targets = {posixpath.normpath(posixpath.join(address, link.partition("#")[0])) + "/" for link in links}
        if targets & refusing and address not in refusing:
            ways[address] = site.tree(address).xpath("string(//body/@data-audience)")
    assert set(ABOVE.values()) <= set(ways)
    assert set(ways.values()) == {"families"}
    for language in LANGUAGES:
        locations = pages_found(site.folder, language)
        assert set(ABOVE.values()) & locations
        assert not locations & refusing, language


def test_what_its_tips_stand_on_is_not_said_on_the_page_of_origins(small_project: SmallProject) -> None:
    small_project.keep_first_language()
    ahead = (
        "---\ntitle: Vooruit\ndescription: Vragen.\naudience: families\n{paper}checked: 2026-11-22\n---\n# Vooruit\n\n"
        "//// tip | Denk vooruit\n    id: keep-ready\n    sources: [a-source/01]\n\nDenk vooruit.\n////\n"
    )
    small_project.write("docs/nl/thuis/index.md", HOME["nl"].replace("Begin", "Thuis").replace("checked", AUDIENCE))
    small_project.change("mkdocs.yml", "nav: [", "nav: [home: [thuis/index.md, thuis/vooruit.md], ")
    for paper, is_said in (("", True), ("paper: none\n", False)):
        small_project.write("docs/nl/thuis/vooruit.md", ahead.format(paper=paper))
        result = small_project.build()
        assert result.returncode == 0, result.stderr
        origins = (small_project.site / "herkomst/index.html").read_text("utf-8")
        assert "vragen/#safe-now" in origins
        assert ("thuis/vooruit/#keep-ready" in origins) is is_said
