"""A term of the field is explained where a page first uses it, by touch, mouse and keys, on the screen and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from houvast.data.glossary import Glossary
from houvast.data.terms import Term
from houvast.model.page_tree import read_content
from houvast.rendering.explained_terms import UsedTerm, add_explanations
from lxml import html
from page_text import explanations
from playwright.sync_api import Browser, Page, ViewportSize, expect
from printed_sheets import PrintedSheets
from project_root import ROOT
from search_data import words_found
from site_server import SiteServer
from small_project import SmallProject
from test_accessibility import ALL, violations

TERMS: dict[str, dict[str, dict[str, Any]]] = {
    language: yaml.safe_load((ROOT / f"data/{language}/terms.yml").read_text("utf-8")) for language in LANGUAGES
}
EXPLAINED = "//button[@popovertarget]"
TIPS = "werk/beslissen/"
SHEET = "werk/bladen/stappen-vastleggen/"
SHEET_IN_ENGLISH = "en/work/sheets/steps-log/"
AT_HOME = "thuis/plan/"
PAGE = """Vraag het meteen. Zie [het codewoord](#code-word).

> "Kies een codewoord."

Wees zuinig met codes (codewoorden werken), en `codewoord` is een codewoord. Overleg met de aandachtsfunctionaris
of met het CAW-team. Bel Veilig Thuis, het advies- en meldpunt.
"""


def spoken(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_term_is_explained_once_in_running_text_and_nowhere_else(small_project: SmallProject) -> None:
    small_project.keep_first_language()
    page = "docs/nl/vragen.md"
    small_project.change(page, "Vraag het meteen. Zie [het codewoord](#code-word).\n", PAGE)
    small_project.change(page, "Alleen als niemand", "Laat een buddy opletten. Alleen als niemand")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    tree = html.parse(str(small_project.site / "vragen/index.html")).getroot()
    terms = TERMS["nl"]
    found = {button.text: button.getnext() for button in tree.xpath(EXPLAINED)}
    assert {word: spoken(text) for word, text in found.items()} == {
        "codewoorden": terms["code-word"]["everyone"],
        "aandachtsfunctionaris": terms["safeguarding-lead"]["professionals"],
        "CAW": terms["caw"]["professionals"],
        "buddy": terms["buddy"]["professionals"],
    }
    assert [button.get("popovertarget") for button in tree.xpath(EXPLAINED)] == [
        text.get("id") for text in found.values()
    ]
    # The sentence is as it was, and no line ends between a word and what belongs to it.
    for text in found.values():
        text.drop_tree()
    sentence = "Wees zuinig met codes (codewoorden werken), en codewoord is een codewoord. Overleg met de"
    assert sentence in spoken(tree.xpath('//article//p[contains(., "zuinig")]')[0])
    assert [spoken(part) for part in tree.xpath('//*[@class="unbroken"]')] == ["(codewoorden", "CAW-team."]
    # A form has the warning too, but it is to be filled in.
    form = html.parse(str(small_project.site / "lijst/index.html")).getroot()
    assert "buddy" in spoken(form.xpath("//form[@data-form]")[0])
    assert form.xpath(EXPLAINED) == []
    # The search finds a page by its own words.
    words = words_found(small_project.site, "nl")
    assert "codewoorden" in words
    assert not set(terms["code-word"]["everyone"].lower().rstrip(".").split()) <= words


def test_each_reader_gets_their_own_words_and_everybody_the_plainest() -> None:
    texts = {"professionals": "for work", "network": "for friends"}
    term = Term("a-term", 1, texts)
    assert term.text_for(["professionals"]) == "for work"
    assert term.text_for(["professionals", "network"]) == "for friends"
    assert term.text_for([]) == "for friends"
    assert term.text_for(["families"]) is None
    assert Term("a-term", 1, {**texts, "everyone": "for all"}).text_for(["families"]) == "for all"


def test_a_term_is_found_over_two_lines_and_so_is_what_explains_it() -> None:
    glossary = Glossary({"desk": ["Veilig  Thuis", "Veilig Thuis"]})
    desk = Term("desk", 1, {"everyone": "A desk."}, ("advies- en meldpunt",))

    def explained(content: str) -> list[str]:
        found: list[str] = []

        def render(term: UsedTerm) -> str:
            found.append(term.word)
            return "<b>it</b>"

        add_explanations(read_content(content), glossary, {"desk": desk}, (), render)
        return found

    assert explained("<p>Bel Veilig\nThuis.</p>") == ["Veilig\nThuis"]
    assert explained("<p>Bel Veilig Thuis, het advies-\nen  meldpunt.</p>") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_is_explained_on_a_page(site: BuiltSite, language: str) -> None:
    # A term may have words for readers of whose pages each says itself what it means.
    shown = {text for address in site.in_language(language) for text in explanations(site.tree(address))}
    written = {name: {term[key] for key in term if key != "unless"} for name, term in TERMS[language].items()}
    assert [name for name, texts in written.items() if not texts & shown] == []
    assert shown <= set().union(*written.values())


def test_keys_and_mouse_open_and_close_an_explanation_and_nothing_is_left_of_it(page: Page, server: SiteServer) -> None:
    page.goto(server.url + AT_HOME)
    word = page.locator("[popovertarget]", has_text="wijkteam")
    text = page.locator(f"#{word.get_attribute('popovertarget')}")
    before = page.evaluate("[location.href, history.length, window.name]")
    page.locator("article").focus()
    while not word.evaluate("word => word === document.activeElement"):
        page.keyboard.press("Tab")
    assert word.evaluate("word => getComputedStyle(word).outlineStyle") != "none"
    for key in ("Enter", "Space"):
        expect(text).to_be_hidden()
        page.keyboard.press(key)
        expect(text).to_be_visible()
        expect(text).to_have_text(TERMS["nl"]["neighbourhood-team"]["everyone"])
        page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    expect(word).to_be_focused()
    word.click()
    expect(text).to_be_visible()
    page.locator("h1").click()
    expect(text).to_be_hidden()
    assert page.evaluate("[location.href, history.length, window.name]") == before
    # Copied text is the author's.
    copied = page.evaluate(
        """() => {
          const paragraph = [...document.querySelectorAll("[popovertarget]")]
            .find((word) => word.textContent === "wijkteam").closest("p");
          getSelection().selectAllChildren(paragraph);
          return getSelection().toString();
        }"""
    )
    assert "wijkteam" in copied
    assert TERMS["nl"]["neighbourhood-team"]["everyone"] not in copied


@pytest.mark.parametrize("has_script", [True, False], ids=["with scripts", "without a script"])
@pytest.mark.parametrize("height", [256, 640], ids=["letters four times as large", "phone"])
def test_touch_opens_an_explanation_within_the_screen(
    browser: Browser, server: SiteServer, height: int, has_script: bool
) -> None:
    size: ViewportSize = {"width": 320, "height": height}
    context = browser.new_context(java_script_enabled=has_script, has_touch=True, viewport=size)
    page = context.new_page()
    page.goto(server.url + TIPS)
    shown, way_out = page.locator(":popover-open"), page.locator("[data-leave]")
    for word in page.locator("[popovertarget]").all():
        word.scroll_into_view_if_needed()
        word.tap()
        expect(shown).to_have_count(1)
        box, bar = shown.bounding_box(), page.locator("[data-leave-bar]").bounding_box()
        assert box is not None
        assert bar is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        # On a phone the way out is at the foot of the screen, without a script at the top.
        if has_script:
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= bar["y"], "it covers the way out"
            assert bar["y"] + bar["height"] <= height
        else:
            assert box["y"] >= bar["y"] + bar["height"], "it covers the way out"
            assert box["y"] + box["height"] <= height
        way_out.tap(trial=True)
        page.keyboard.press("Escape")
        expect(shown).to_have_count(0)
    context.close()


def test_an_open_explanation_has_no_violation_and_goes_when_the_reader_leaves(page: Page, server: SiteServer) -> None:
    page.goto(server.url + TIPS)
    page.locator("[popovertarget]").first.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page, ALL, "article") == [], scheme
    page.emulate_media(forced_colors="active")
    text = page.locator(":popover-open")
    assert text.evaluate("text => getComputedStyle(text).borderTopStyle") == "solid"
    page.emulate_media(media="print")
    expect(text).to_be_hidden()
    page.emulate_media(media="screen")
    expect(text).to_be_visible()
    page.locator("html").evaluate("root => root.classList.add('left')")
    expect(text).to_be_hidden()


def test_explanations_change_language_with_the_answers_on_a_page(page: Page, server: SiteServer) -> None:
    page.goto(server.url + SHEET)
    page.locator(".part textarea").first.fill("een antwoord")
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("[popovertarget]").first.click()
    expect(page.locator(":popover-open")).to_have_text(TERMS["en"]["reporting-code"]["professionals"])


@pytest.mark.parametrize(("address", "is_printed"), [(TIPS, True), (SHEET, False)])
def test_paper_has_explanations_unless_it_is_to_be_filled_in(
    page: Page, server: SiteServer, tmp_path: Path, address: str, is_printed: bool
) -> None:
    page.goto(server.url + address)
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    text = PrintedSheets(tmp_path / "print.pdf").words
    assert "meldcode" in text
    assert (TERMS["nl"]["reporting-code"]["professionals"] in text) is is_printed
