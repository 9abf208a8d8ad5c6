"""The search finds what people mean, however they put it in, and keeps nothing of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import cramjam
import pytest
from browser_translator import translate
from built_site import LANGUAGES, BuiltSite
from houvast.data.helplines import known_numbers
from playwright.sync_api import Browser, Locator, Page, expect
from project_root import ROOT
from site_server import SiteServer
from small_project import SmallProject

FIELD = ".md-search__input"
# Of library, own script and the index of one language together.
MAX_BYTES = 110_000


@pytest.fixture
def search(page: Page, server: SiteServer) -> Callable[..., Locator]:
    """Types into the search of a page, and gives the links that are found."""

    def find(query: str, address: str = "") -> Locator:
        if page.url != server.url + address:
            page.goto(server.url + address)
        page.locator(FIELD).fill(query)
        expect(page.locator("[data-search-status]")).not_to_be_empty()
        return page.locator(".search-results__list a")

    return find


def paths(links: Locator, server: SiteServer) -> list[str]:
    """The addresses that links lead to, relative to the site's root."""
    return [href.removeprefix(server.url) for href in links.evaluate_all("links => links.map((link) => link.href)")]


# How text gets into a field without a key being pressed.
WAYS: dict[str, Callable[[Page], None]] = {
    "a suggestion of a phone": lambda page: page.keyboard.insert_text("codewoord"),
    "dictation": lambda page: page.evaluate("document.execCommand('insertText', false, 'codewoord')"),
    "a mouse": lambda page: page.locator(FIELD).evaluate(
        "field => { field.setRangeText('codewoord'); "
        "field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromDrop', bubbles: true })); }"
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_loaded", [False, True], ids=["before the search", "with the search"])
def test_text_that_no_key_put_in_is_searched_for(page: Page, server: SiteServer, way: str, is_loaded: bool) -> None:
    page.goto(server.url)
    page.locator(FIELD).focus()
    if is_loaded:
        expect(page.locator("[data-search-results]")).to_have_count(1)
    WAYS[way](page)
    expect(page.locator(".search-results__list a").first).to_be_visible()


def test_what_is_written_in_signs_is_searched_for_at_its_end(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.locator(FIELD).focus()
    expect(page.locator("[data-search-results]")).to_have_count(1)
    tools = page.context.new_cdp_session(page)
    tools.send("Input.imeSetComposition", {"text": "codewoo", "selectionStart": 7, "selectionEnd": 7})
    tools.send("Input.insertText", {"text": "codewoord"})
    expect(page.locator(FIELD)).to_have_value("codewoord")
    expect(page.locator('.search-results__list a[href$="#code-word"]')).to_be_visible()


SAME = {
    "": [
        ("time-out", "timeout", "time out", "Time-Out!"),
        ("codewoord", "code woord", "codewoorden", "code-woord"),
        ("veiligheidsplan", "veiligheidplan", "veiligheids plan"),
        ("foto's", "foto’s", "fotos", "foto`s"),
        ("ideeën", "ideeen"),
        ("boos", "boze"),
        ("0800-2000", "08002000", "0800 2000"),
        ("aandachtsfunctionaris", "attentiefunctionaris"),
    ],
    "en/": [
        ("time-out", "timeout", "time out"),
        ("code word", "codeword", "code words", "code-word"),
        ("afraid", "afraid?", "AFRAID"),
        ("strangled", "strangeled"),
        ("0800-2000", "08002000", "0800 2000"),
    ],
}


@pytest.mark.parametrize(("home", "spellings"), [(home, each) for home, sets in SAME.items() for each in sets])
def test_however_it_is_spelt_it_leads_to_the_same(
    server: SiteServer, search: Callable[..., Locator], home: str, spellings: tuple[str, ...]
) -> None:
    first = [paths(search(spelling, home), server)[:3] for spelling in spellings]
    assert all(found for found in first), dict(zip(spellings, first, strict=True))
    pages = [{path.partition("#")[0] for path in found} for found in first]
    assert all(found & pages[0] for found in pages), dict(zip(spellings, first, strict=True))


@pytest.mark.parametrize("home", ["", "en/"])
def test_every_help_number_leads_to_a_page_that_has_it(
    server: SiteServer, site: BuiltSite, search: Callable[..., Locator], home: str
) -> None:
    for number in [number for number in known_numbers(ROOT / "data/helplines.yml") if "-" in number]:
        for typed in (number, number.replace("-", " "), number.replace("-", "")):
            found = paths(search(typed, home), server)[:3]
            pages = [site.tree(path.partition("#")[0]).xpath("string(//article)") for path in found]
            assert any(number in text for text in pages), (typed, found)


@pytest.mark.parametrize("address", ["thuis/pauze/", "omgeving/advies/", "werk/openen/"])
def test_what_is_for_the_reader_comes_first(server: SiteServer, search: Callable[..., Locator], address: str) -> None:
    (found, *_) = paths(search("codewoord", address), server)
    assert found.split("/")[0] == address.split("/")[0]


@pytest.mark.parametrize("query", ["ruzie", "bang", "kinderen", "telefoon"])
def test_home_and_people_close_by_come_before_the_training(
    page: Page, server: SiteServer, search: Callable[..., Locator], query: str
) -> None:
    parts = [path.split("/")[0] for path in paths(search(query), server)]
    assert "leren" not in parts[: max(parts.index("thuis"), 3)]


def test_each_result_says_whose_it_is_and_leads_to_the_tip(
    page: Page, server: SiteServer, search: Callable[..., Locator]
) -> None:
    tip = search("codewoord").and_(page.locator('[href$="werk/netwerk/#code-word"]'))
    expect(tip).to_contain_text("Voor je werk")
    tip.click()
    expect(page.locator("#code-word")).to_be_in_viewport()
    assert page.url == server.url + "werk/netwerk/#code-word"


@pytest.mark.parametrize(("home", "query", "none"), [("", "xqzzw", "112"), ("en/", "xqzzw", "112")])
def test_who_finds_nothing_gets_numbers_and_doors(
    page: Page, server: SiteServer, search: Callable[..., Locator], home: str, query: str, none: str
) -> None:
    expect(search(query, home)).to_have_count(0)
    nothing = page.locator("[data-search-nothing]")
    numbers = nothing.locator("a[href^='tel:']").all_inner_texts()
    assert numbers == page.locator("footer a[href^='tel:']").all_inner_texts()
    doors = nothing.locator("a:not([href^='tel:'])")
    assert doors.evaluate_all("links => links.map((link) => link.href)") == page.locator(
        ".site-footer__doors a"
    ).evaluate_all("links => links.map((link) => link.href)")
    doors.last.click()
    expect(page.locator("h1")).not_to_have_text(re.compile("Begin|Start"))


@pytest.mark.parametrize(
    ("home", "query"),
    [
        *(("", query) for query in ("help", "hij slaat me nu", "112", "hij heeft een mes", "HELP!!!")),
        *(("en/", query) for query in ("help", "he is hitting me now", "112", "he has a knife")),
    ],
)
def test_a_cry_for_help_shows_the_emergency_numbers_of_both_countries_first(
    page: Page, search: Callable[..., Locator], home: str, query: str
) -> None:
    search(query, home)
    danger = page.locator("[data-search-danger]")
    expect(danger).to_be_visible()
    assert {"112", "101"} == set(danger.locator("a").all_inner_texts())
    place, below = danger.bounding_box(), page.locator("[data-search-list]").bounding_box()
    assert place is not None
    assert below is not None
    assert place["y"] < below["y"]


@pytest.mark.parametrize(
    ("home", "query"), [("", "hulp bij een verhuizing"), ("en/", "help with a move"), ("", "plan")]
)
def test_who_asks_for_something_else_sees_no_emergency(
    page: Page, search: Callable[..., Locator], home: str, query: str
) -> None:
    expect(search(query, home).first).to_be_visible()
    expect(page.locator("[data-search-danger]")).to_be_hidden()


def test_keys_lead_through_what_is_found_and_escape_closes_and_empties(
    page: Page, server: SiteServer, search: Callable[..., Locator]
) -> None:
    links = search("codewoord")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")
    expect(links).to_have_count(0)
    expect(page.locator("[data-search-results]")).to_be_hidden()
    page.locator(FIELD).press_sequentially("codewoord")
    first = links.first.get_attribute("href")
    assert first is not None
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_the_number_of_results_is_said_and_the_field_can_be_emptied(page: Page, search: Callable[..., Locator]) -> None:
    links = search("codewoord")
    expect(page.locator("[data-search-status]")).to_have_text(f"{links.count()} resultaten")
    page.locator("[data-region=search] button[type=reset]").click()
    expect(page.locator(FIELD)).to_have_value("")
    expect(links).to_have_count(0)


def test_nothing_of_a_query_is_kept_or_sent(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(server.url + "werk/openen/")
    page.locator(FIELD).focus()
    expect(page.locator("[data-search-results]")).to_have_count(1)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    length = page.evaluate("history.length")
    page.locator(FIELD).fill("mijn geheime vraag")
    expect(page.locator("[data-search-status]")).not_to_be_empty()
    page.locator(FIELD).fill("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    page.locator('.search-results__list a[href$="werk/netwerk/#code-word"]').click()
    expect(page.locator("#code-word")).to_be_in_viewport()
    assert [url for url in asked if urlsplit(url).netloc != urlsplit(server.url).netloc] == []
    assert [url for url in [*asked, page.url] if "geheime" in url or "codewoord" in url or "?" in url] == []
    assert page.evaluate("history.length") <= length + 2
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("")
    context.close()


def test_leaving_empties_what_was_found(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.locator(FIELD).fill("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    # Without a connection the cover stays, and can be looked behind.
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    expect(page.locator("html")).to_have_class(re.compile("left"))
    assert page.locator(".search-results__list a").count() == 0
    assert page.locator(FIELD).input_value() == ""


def test_a_page_that_the_browser_translated_is_searched_in_its_own_language(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    translate(page)
    page.locator(FIELD).fill("codewoord")
    results = page.locator(".search-results__list a")
    expect(results.first).to_be_visible()
    translate(page)
    page.locator(FIELD).fill("xqzzw")
    expect(page.locator("[data-search-nothing]")).to_be_visible()
    page.locator(FIELD).fill("codewoord")
    expect(page.locator('.search-results__list a[href*="thuis/codewoord/"]').first).to_be_visible()
    assert results.evaluate_all("links => links.some((link) => link.pathname.startsWith('/en/'))") is False


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_a_list_of_all_pages_stands_in_for_the_search(
    without_script: Page, server: SiteServer, site: BuiltSite, language: str
) -> None:
    page = without_script
    page.goto(server.url + LANGUAGES[language])
    expect(page.locator(FIELD)).to_be_hidden()
    page.get_by_role("link", name={"nl": "Alle pagina's", "en": "All pages"}[language]).first.click()
    hrefs = page.locator(".all-pages a").evaluate_all("links => links.map((link) => link.href)")
    listed = {href.removeprefix(server.url) for href in hrefs}
    refusing = set(site.pages_with("//body[@data-refuses-paper]"))
    menu = {address for address in site.in_language(language) if address not in refusing}
    assert listed == menu
    assert page.locator(".all-pages a").count() == len(hrefs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_search_needs_is_light(site: BuiltSite, language: str) -> None:
    files = [site.asset(name) for name in ("search.js", "search.css", f"search-{language}.js")]
    weights = {file: len(bytes(cramjam.brotli.compress((site.folder / file).read_bytes(), level=11))) for file in files}
    assert sum(weights.values()) <= MAX_BYTES, weights


def test_a_page_has_words_of_its_own_and_a_language_needs_no_endings(page: Page, small_project: SmallProject) -> None:
    for language in ("nl", "en"):
        small_project.change(f"data/{language}/search-words.yml", "endings: [", "endings: []\n# [")
    small_project.change("data/nl/search-words.yml", "alike: {z: s}", "alike: {}")
    small_project.change("docs/nl/lijst.md", "audience:", "search: [boodschappenbriefje, wat neem jij mee]\naudience:")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    with SiteServer(small_project.site, "/some/folder") as running:
        page.goto(running.url + "herkomst/")
        for query, found in {
            "boodschappenbriefje": "lijst/",
            "boodschapenbriefje": "lijst/",
            "wat neem jij mee?": "lijst/",
            "seintje": "vragen/#code-word",
            "hoe begin ik": "vragen/#safe-now",
            "codewoor": "vragen/#code-word",
            "codewoort": "vragen/#code-word",
        }.items():
            page.locator(FIELD).fill(query)
            expect(page.locator(".search-results__list a").first).to_have_attribute("href", running.url + found)


def test_a_page_that_is_kept_out_of_the_search_is_not_found(page: Page, small_project: SmallProject) -> None:
    small_project.change("docs/nl/blad.md", "audience:", "search: none\naudience:")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    with SiteServer(small_project.site) as running:
        page.goto(running.url)
        page.locator(FIELD).fill("blad bereiken")
        expect(page.locator("[data-search-status]")).not_to_be_empty()
        expect(page.locator('.search-results__list a[href*="blad/"]')).to_have_count(0)
