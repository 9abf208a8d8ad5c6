"""The training on paper and without a script: handouts, answers apart, cards, a document for a group."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import come_back, said, turn_to_form
from playwright.sync_api import Browser, Page, expect
from printed_sheets import squeezed
from site_languages import WHOLE
from site_server import SiteServer
from source_forms import address_of
from test_training import LEARN, MODULES, module, questions, right_of

PRINT = {language: address_of(language, "leren/druk/index.md") for language in WHOLE}


def sheets_of(page: Page, path: Path) -> list[str]:
    """Print the page and give the words of each sheet, without spaces."""
    turn_to_form(page)
    page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return [squeezed(sheet) for sheet in text.split("\f")[:-1]]


@pytest.mark.parametrize("language", WHOLE)
def test_questions_and_answers_are_on_different_sheets(
    page: Page, server: SiteServer, tmp_path: Path, language: str
) -> None:
    page.goto(server.url + module(language, 2))
    order = questions(page, "order").first
    for place, name in enumerate(right_of(order), 1):
        order.locator(f'select[data-answer="{name}"]').select_option(str(place))
    questions(page, "say").first.locator("textarea").fill("Dit zou ik zeggen, denk ik.")
    titles = [squeezed(title) for title in page.locator(".question__title").all_text_contents()]
    reasons = [squeezed(why) for why in page.locator(".explanations p:last-child").all_text_contents()]
    sheets = sheets_of(page, tmp_path / "module.pdf")
    answers = next(number for number, sheet in enumerate(sheets) if squeezed(said(language, "answer_sheet")) in sheet)
    before, after = "".join(sheets[:answers]), "".join(sheets[answers:])
    # Every step and question can be filled in, those included that the story has not come to yet.
    assert [title for title in titles if title not in before] == []
    assert [why for why in reasons if why not in after] == []
    assert [why for why in reasons if why in before] == []
    assert squeezed("Dit zou ik zeggen, denk ik.") in before
    # The places are printed in their boxes.
    assert order.locator(".place-box").all_text_contents() != [""] * order.locator(".place-box").count()
    expect(page.locator(".answer-sheet")).to_be_hidden()
    come_back(page)
    expect(page.locator(".answer-sheet")).to_have_count(0)


@pytest.mark.parametrize("language", WHOLE)
def test_without_a_script_each_answer_folds_out(
    browser: Browser, server: SiteServer, tmp_path: Path, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url + module(language, 1))
    expect(page.locator(".step").last).to_be_visible()
    expect(page.locator("[data-check]").first).to_be_hidden()
    reasons = page.locator(".question__why")
    assert reasons.count() == page.locator(".question").count() > 8
    for fold in (reasons.first, reasons.last):
        expect(fold.locator(".explanations")).to_be_hidden()
        fold.locator("summary").click()
        expect(fold.locator("li").first).to_be_visible()
        expect(fold.locator("li a").first).to_be_visible()
    # The document holds the answers too, on sheets of their own.
    page.goto(f"{server.url}{PRINT[language]}{MODULES[language][0]}/")
    expect(page.locator(".document__tools")).to_be_hidden()
    why = squeezed(page.locator(".chapter .explanations p:last-child").first.text_content() or "")
    assert why in "".join(sheets_of(page, tmp_path / "document.pdf"))
    context.close()


@pytest.mark.parametrize(("language", "people", "groups"), [("nl", 10, 4), ("en", 3, 1)])
def test_a_trainer_prints_a_module_for_a_group_with_one_button(
    page: Page, server: SiteServer, tmp_path: Path, language: str, people: int, groups: int
) -> None:
    page.goto(f"{server.url}{PRINT[language]}{MODULES[language][1]}/")
    page.evaluate("window.print = () => { window.printed = true; }")
    chapters = page.locator(".chapter > h2").all_text_contents()
    trainer, handout, answers = (squeezed(title) for title in chapters)
    client = squeezed(page.locator('[data-role="client"] h4').inner_text())
    own = squeezed(page.locator("#leren-trainer-openen-own-situation").inner_text().rstrip("¶"))
    contents = page.locator(".contents a").all_text_contents()
    page.locator("[data-people]").fill(str(people))
    page.get_by_role("button", name=page.locator("[data-print-document]").inner_text()).click()
    assert page.evaluate("window.printed")
    sheets = sheets_of(page, tmp_path / "group.pdf")
    assert contents == [title.strip() for title in chapters]
    assert [title for title in contents if squeezed(title) not in sheets[0]] == []
    heads = [sheet[:200] for sheet in sheets]
    assert sum(head.startswith(handout) for head in heads) == people
    assert sum(head.startswith(answers) for head in heads) == people
    assert sum(head.startswith(trainer) for head in heads) == 1
    assert sum(own in sheet for sheet in sheets) == 1
    assert sum(client in head for head in heads) == groups
    come_back(page)
    expect(page.locator("[data-paper-copy]")).to_have_count(0)
    assert page.locator(".chapter").count() == 3


@pytest.mark.parametrize("written", ["", "0", "-3", "x", "999"])
def test_any_number_of_people_prints_something_sensible(page: Page, server: SiteServer, written: str) -> None:
    page.goto(f"{server.url}{LEARN['nl']}druk/rol/")
    turn_to_form(page)
    page.locator("[data-people]").evaluate("(field, value) => { field.value = value; }", written)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    people = 40 if written == "999" else 1
    assert page.locator('.chapter[data-copies="each"], .chapter[data-paper-copy]').count() == 2 * people
    come_back(page)
    expect(page.locator("[data-paper-copy]")).to_have_count(0)


def test_the_cards_of_a_role_play_are_printed_alone(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(f"{server.url}{LEARN['nl']}trainer/openen/")
    page.evaluate("window.print = () => {}")
    page.locator("[data-prints-set]").click()
    cards = [squeezed(card) for card in page.locator(".play-card").all_text_contents()]
    sheets = sheets_of(page, tmp_path / "cards.pdf")
    text = "".join(sheets)
    assert len(cards) == 4
    assert all(card in text for card in cards)
    # Nobody gets half a card.
    assert all(any(card in sheet for sheet in sheets) for card in cards)
    heading = squeezed(page.locator("#own-situation").inner_text().rstrip("¶"))
    assert heading not in text
    come_back(page)
    assert heading in "".join(sheets_of(page, tmp_path / "page.pdf"))


@pytest.mark.parametrize("language", WHOLE)
def test_the_whole_course_is_one_document_with_its_contents_at_the_head(site: BuiltSite, language: str) -> None:
    tree = site.tree(address_of(language, "leren/druk/alles.md"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = tree.xpath('//nav[@class="contents"]//a/@href')
    assert len(links) == 1 + 3 * len(MODULES[language])
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for element in tree.xpath("//article//*[@aria-labelledby]"):
        assert set(element.get("aria-labelledby").split()) <= set(ids)
    for number, name in enumerate(MODULES[language], 1):
        own = site.tree(module(language, number))
        text = squeezed(tree.text_content())
        assert all(squeezed(title.text_content()) in text for title in own.xpath('//h3[@class="question__title"]'))
        lead = site.tree(f"{LEARN[language]}trainer/{name}/")
        assert all(squeezed(card.text_content()) in text for card in lead.xpath('//*[@class="play-card"]/h3'))
    # Links of a chapter lead to where they led on its own page.
    assert [href for href in tree.xpath("//article//a/@href") if href.startswith("../werk") and "#" in href] == []
