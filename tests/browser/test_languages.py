"""Two languages on one site: addresses, switch, sitemap, search and the page "not found"; and how to add a third."""

from __future__ import annotations

import posixpath
import re

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from houvast.output.addresses import destination, localized_path
from lxml import etree
from playwright.sync_api import Page, expect
from project_root import ROOT
from pseudo_language import POLISH, add_pseudo_language
from search_data import pages_found, words_of_page
from site_server import SiteServer
from small_project import SmallProject


def test_an_address_has_each_part_in_its_own_language() -> None:
    addresses = {"werk/index.md": "work", "werk/lijsten/index.md": "lists", "werk/lijsten/bel.md": "call"}
    assert localized_path("werk/lijsten/bel.md", addresses) == "work/lists/call"
    assert localized_path("werk/lijsten/index.md", addresses) == "work/lists/index"
    assert localized_path("werk/openen.md", addresses) == "work/openen"
    assert localized_path("index.md", addresses) == "index"
    assert localized_path("werk/openen.md", {}) == "werk/openen"


def test_an_address_is_written_with_and_without_folders() -> None:
    assert destination("work/opening", directory_urls=True) == "work/opening/index.html"
    assert destination("work/opening", directory_urls=False) == "work/opening.html"
    assert destination("work/index", directory_urls=True) == "work/index.html"
    assert destination("index", directory_urls=True) == "index.html"


def test_dutch_is_at_the_root_and_english_below_en_with_english_words(site: BuiltSite) -> None:
    assert "werk/lijsten/voor-je-belt/" in site.addresses
    assert "en/work/lists/before-a-call/" in site.addresses
    dutch = {part for address in site.in_language("nl") for part in address.split("/") if part}
    english = {part for address in site.in_language("en") for part in address.split("/") if part}
    assert dutch & english == {"ex-partners", "plan", "poster", "privacy", "tips", "trainer"}, (
        "the words that are the same in both"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_their_language(site: BuiltSite, language: str) -> None:
    assert {site.tree(address).get("lang") for address in site.in_language(language)} == {language}


def test_the_switch_stays_on_the_page_and_leads_back(site: BuiltSite) -> None:
    def switched(address: str) -> str:
        (link,) = site.tree(address).xpath('//div[@class="language-switch"]/a/@href')
        path = posixpath.normpath(posixpath.join(address, link))
        return "" if path == "." else f"{path}/"

    for address in site.addresses:
        other = switched(address)
        assert other in site.addresses
        assert other != address
        assert switched(other) == address
        forms = [site.tree(place).xpath("//form/@data-form") for place in (address, other)]
        assert forms[0] == forms[1]


def test_the_theme_gets_no_alternates(site: BuiltSite) -> None:
    assert site.pages_with('//link[@rel="alternate"]') == []


def test_the_sitemap_names_every_page_with_its_translation(small_project: SmallProject) -> None:
    result = small_project.build(SITE_URL="https://example.org/below/")
    assert result.returncode == 0, result.stderr
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(str(small_project.site / "sitemap.xml"))
    root = "https://example.org/below/"
    pages = {
        url.findtext("s:loc", namespaces=names): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
        for url in tree.getroot().findall("s:url", names)
    }
    assert pages[f"{root}vragen/"] == {"nl": f"{root}vragen/", "en": f"{root}en/asking/"} == pages[f"{root}en/asking/"]
    assert pages[root] == {"nl": root, "en": f"{root}en/"}
    assert len(pages) == 10


def test_without_an_address_of_its_own_the_site_has_an_empty_sitemap(site: BuiltSite) -> None:
    assert len(etree.parse(str(site.folder / "sitemap.xml")).getroot()) == 0


def test_each_language_has_an_index_of_its_own_pages(site: BuiltSite) -> None:
    for language, prefix in LANGUAGES.items():
        pages = pages_found(site.folder, language)
        searchable = set(site.in_language(language))
        assert pages <= searchable
        left_out = {address for address in searchable - pages if "/print/" not in address and "/druk/" not in address}
        refused = {address for address in left_out if site.tree(address).xpath("//body[@data-refuses-paper]")}
        about = {address for address in left_out if address.startswith((f"{prefix}over/", f"{prefix}about/"))}
        assert left_out == refused | about, (
            "only pages for editors, programmers, publishers, pages that refuse paper, and what is a copy are left out"
        )
        a_list = {"nl": "werk/lijsten/zes-vragen/", "en": "en/work/lists/six-questions/"}[language]
        on_buttons = {"nl": {"kopieer", "wachtzin"}, "en": {"passphrase"}}[language]
        assert not on_buttons & words_of_page(site.folder, language, a_list), "buttons are not for finding"


@pytest.mark.parametrize(
    ("home", "word", "found"),
    [("", "codewoord", "werk/netwerk/#code-word"), ("en/", "buddies", "en/work/network/#buddies")],
)
def test_search_finds_only_the_readers_language(
    page: Page, server: SiteServer, site: BuiltSite, home: str, word: str, found: str
) -> None:
    page.goto(server.url + home)
    page.locator(".md-search__input").press_sequentially(word)
    results = page.locator(".search-results__list a")
    result = page.locator(f'.search-results__list a[href="{server.url}{found}"]')
    expect(result).to_be_visible()
    links = results.evaluate_all("links => links.map(link => link.href)")
    addresses = {link.removeprefix(server.url).partition("#")[0] for link in links}
    assert addresses <= set(site.in_language("en" if home else "nl"))
    result.click()
    expect(page.locator(f"#{found.partition('#')[2]}")).to_be_in_viewport()
    assert "?" not in page.url, "what was looked for may not stand in the address"


@pytest.mark.parametrize("below", ["", "/some/folder"])
def test_the_page_not_found_is_in_both_languages_and_leads_home_below_any_path(
    page: Page, small_project: SmallProject, below: str
) -> None:
    result = small_project.build(SITE_URL=f"https://example.org{below}/")
    assert result.returncode == 0, result.stderr
    with SiteServer(small_project.site, below) as running:
        for language, heading in (("nl", "Begin"), ("en", "Start")):
            answer = page.goto(f"{running.url}en/nothing/here/")
            assert answer is not None
            assert answer.status == 404
            words = yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))["not_found"]
            expect(page.locator(f"section[lang={language}] h1")).to_have_text(words["title"])
            page.get_by_role("link", name=words["home"]).click()
            expect(page.locator("h1")).to_have_text(heading)


def test_a_third_language_needs_folders_and_a_few_lines(small_project: SmallProject) -> None:
    add_pseudo_language(small_project.folder, POLISH)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    site = BuiltSite(small_project.site)
    page = site.tree("pl/list/")
    assert page.get("lang") == "pl"
    words = yaml.safe_load((small_project.folder / "data/pl/words.yml").read_text("utf-8"))
    assert words["form"]["print_blank"] in page.text_content()
    assert page.xpath('//div[@class="language-switch"]/a/@hreflang') == ["nl", "en"]
    assert site.tree("").xpath('//div[@class="language-switch"]/a/@href') == ["en/", "pl/"]
    assert "pl/list/" in pages_found(small_project.site, "pl")
    assert re.search(r'lang="pl"', (small_project.site / "404.html").read_text("utf-8"))
