"""A language from right to left on the site, made by machine: it is read, changed to, copied and printed right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_form import FilledForm
from forked_build import forked_build
from houvast.output.tips_file import FILE
from playwright.sync_api import Page, expect
from project_root import ROOT
from pseudo_language import ARABIC, POLISH, PseudoLanguage, add_pseudo_language
from site_server import SiteServer
from small_project import SmallProject

NUMBER = "0800-2000"
FIELD = ".md-search__input"
OLD = "old-place"
# A second tip with the warning of the first one.
TIP = """
//// tip | {title}
    id: once-more
    sources: common-knowledge

{text}

/// warning | {care}
{warning}
///

- [ ] asked-again | {item}
////
"""
WORDS = {
    "nl": (
        "Vraag het nog eens",
        f"Bel {NUMBER} als je twijfelt.",
        "Let op",
        "Alleen als niemand meeluistert.",
        "Gedaan.",
    ),
    "en": (
        "Ask it again",
        f"Call {NUMBER} if you are not sure.",
        "Take care",
        "Only when nobody is listening.",
        "Done.",
    ),
}
# Where each figure of a number stands on the line.
PLACES = """(element, number) => {
  const text = [...element.childNodes].find((node) => node.data?.includes(number));
  const start = text.data.indexOf(number);
  return [...number].map((_, index) => {
    const range = document.createRange();
    range.setStart(text, start + index);
    range.setEnd(text, start + index + 1);
    return range.getBoundingClientRect().left;
  });
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A small project in Dutch, English, Arabic and Polish; in Arabic one of two equal warnings says more."""
    project = SmallProject.create(ROOT, tmp_path_factory.mktemp("third") / "project", forked_build)
    for language, (title, text, care, warning, item) in WORDS.items():
        path = project.folder / f"docs/{language}/vragen.md"
        tip = TIP.format(title=title, text=text, care=care, warning=warning, item=item)
        path.write_text(path.read_text("utf-8") + tip, "utf-8")
        group = {"nl": "Later", "en": "Afterwards"}[language]
        project.change(
            f"docs/{language}/lijst.md", "///\n////", f"///\n\n/// group | {group}\n    select: [once-more]\n///\n////"
        )
    project.change("data/form-names.yml", "safe-now/number-known]", "safe-now/number-known, once-more/asked-again]")
    project.change("docs/en/vragen.md", "audience: professionals", f"audience: professionals\nmoved_from: [en/{OLD}]")
    add_pseudo_language(project.folder, ARABIC)
    add_pseudo_language(project.folder, POLISH)
    page = (project.folder / "docs/ar/vragen.md").read_text("utf-8")
    before, warning, after = page.rpartition("/// warning")
    project.write("docs/ar/vragen.md", before + warning + after.replace("\n///", " مرة أخرى\n///", 1))
    result = project.build(SITE_URL="https://example.org/")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture(scope="module")
def third(built: SmallProject) -> Iterator[SiteServer]:
    """Its site behind a server."""
    with SiteServer(built.site) as running:
        yield running


def test_the_page_says_from_which_side_it_is_read(page: Page, third: SiteServer) -> None:
    for folder, language, direction in (("", "nl", "ltr"), ("ar/", "ar", "rtl"), ("pl/", "pl", "ltr")):
        page.goto(f"{third.url}{folder}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("html")).to_have_attribute("dir", direction)


@pytest.mark.parametrize(("language", "title"), [(ARABIC, "Asking"), (POLISH, "Asking")], ids=["ar", "pl"])
def test_the_search_finds_a_page_by_its_words_and_by_their_beginning(
    page: Page, third: SiteServer, language: PseudoLanguage, title: str
) -> None:
    page.goto(f"{third.url}{language.locale}/list/")
    word = title.translate(language.letters)
    for typed in (word, word[:4]):
        page.locator(FIELD).fill(typed)
        found = page.locator(".search-results__list a", has_text=word).first
        expect(found).to_be_visible()
    found.click()
    page.wait_for_url(f"{third.url}{language.locale}/asking/**")


def test_who_types_for_help_in_a_language_from_right_to_left_sees_numbers_as_they_are_dialled(
    page: Page, third: SiteServer
) -> None:
    page.goto(f"{third.url}ar/list/")
    page.locator(FIELD).fill("help me".translate(ARABIC.letters))
    expect(page.locator("[data-search-danger]")).to_be_visible()
    page.locator(FIELD).fill("ظظظظظظظظ")
    numbers = page.locator(f"[data-search-nothing] .phone:text-is('{NUMBER}')")
    expect(numbers.first).to_be_visible()
    for number in numbers.all():
        # Copied text has no styles.
        expect(number).to_have_attribute("dir", "ltr")
        # As behind a name in its own letters.
        number.evaluate("number => number.before('ابجد ')")
        places = number.evaluate(PLACES, NUMBER)
        assert places == sorted(places)


def test_a_page_that_moved_leads_on_in_its_own_language_from_its_own_side(page: Page, third: SiteServer) -> None:
    answer = page.request.get(f"{third.url}ar/{OLD}/").text()
    assert '<html lang="ar" dir="rtl">' in answer
    page.goto(f"{third.url}ar/{OLD}/")
    page.wait_for_url(f"{third.url}ar/asking/")


def test_the_tips_as_data_have_each_language(built: SmallProject) -> None:
    tips = json.loads((built.site / FILE).read_text("utf-8"))["tips"]
    assert {tip["language"] for tip in tips if tip["id"] == "once-more"} == {"nl", "en", "ar", "pl"}


@pytest.mark.parametrize("address", ["ar/asking/", "ar/list/", "ar/sheet/"])
def test_a_help_number_stands_as_it_is_dialled(page: Page, third: SiteServer, address: str) -> None:
    page.goto(third.url + address)
    numbers = page.locator(f".phone:text-is('{NUMBER}'):visible")
    assert numbers.count() > 0
    for number in numbers.all():
        places = number.evaluate(PLACES, NUMBER)
        assert places == sorted(places)


def test_by_itself_the_number_would_be_turned_around(page: Page, third: SiteServer) -> None:
    page.goto(f"{third.url}ar/list/")
    page.evaluate("text => { document.querySelector('h1').textContent = text; }", f"ابجد {NUMBER}")
    places = page.locator("h1").evaluate(PLACES, NUMBER)
    assert places != sorted(places), "the tests above would see nothing"


def test_the_direction_follows_when_the_language_changes_on_the_page(
    page: Page, third: SiteServer, tmp_path: Path
) -> None:
    page.goto(f"{third.url}lijst/")
    filled = FilledForm(page, tmp_path)
    filled.fill()
    before = filled.state()
    for language, direction in (("ar", "rtl"), ("pl", "ltr"), ("ar", "rtl"), ("nl", "ltr")):
        page.locator(f".language-switch a[hreflang={language}]").click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("html")).to_have_attribute("dir", direction)
        assert filled.state() == before


@pytest.mark.parametrize(("start", "other"), [("lijst/", "ar"), ("ar/list/", "nl"), ("ar/list/", "pl")])
def test_on_paper_the_second_language_stands_right_and_no_warning_is_lost(
    page: Page, third: SiteServer, tmp_path: Path, start: str, other: str
) -> None:
    address = {"nl": "lijst/", "ar": "ar/list/", "pl": "pl/list/"}[other]
    page.goto(third.url + address)
    warnings = page.locator("form .admonition > p:not(.admonition-title)").all_inner_texts()
    direction = {"ar": "rtl"}.get(other, "ltr")
    page.goto(third.url + start)
    FilledForm(page, tmp_path).show_files()
    page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')")
    page.locator("[data-paper-languages]").select_option(f"{other} below")
    page.locator('[data-action="print-blank"]').click()
    expect(page.locator("body[data-printed]")).to_have_count(1)
    page.emulate_media(media="print")
    second = page.locator(".second-language")
    sides = second.evaluate_all("all => all.map((text) => [text.lang, getComputedStyle(text).direction])")
    assert {tuple(side) for side in sides} == {(other, direction)}
    printed = page.locator(".second-language .admonition > p:not(.admonition-title)")
    assert sorted(printed.all_inner_texts()) == sorted(warnings)
    assert [text for text in printed.all() if not text.is_visible()] == []
    page.emulate_media(media="screen")
    page.keyboard.press("Shift")
    expect(second).to_have_count(0)


def test_the_page_not_found_has_each_language_from_its_own_side(page: Page, third: SiteServer) -> None:
    page.goto(f"{third.url}nothing/here/")
    for language, direction in (("nl", "ltr"), ("ar", "rtl"), ("pl", "ltr")):
        section = page.locator(f"section[lang={language}]")
        assert section.evaluate("section => getComputedStyle(section).direction") == direction


def test_the_copied_text_has_numbers_as_they_are_dialled(page: Page, third: SiteServer, tmp_path: Path) -> None:
    page.goto(f"{third.url}ar/asking/")
    text = page.locator(f"article p:has(.phone:text-is('{NUMBER}'))").text_content() or ""
    page.evaluate("text => { document.querySelector('h1').textContent = text; }", text)
    places = page.locator("h1").evaluate(PLACES, NUMBER)
    assert places == sorted(places)
