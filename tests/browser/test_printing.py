"""Printed pages, read from real PDFs made with headers and footers switched on, as a browser has them by default."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from built_site import LANGUAGES, BuiltSite
from filled_form import come_back, turn_to_form
from playwright.sync_api import Page
from printed_sheets import PrintedSheets
from site_server import SiteServer
from source_forms import forms_of

A4 = (595, 842)
# How many sheets of paper a list takes at most when it is printed blank, and those that have to do with fewer.
MAX_SHEETS = 2
SHEETS_OF_PAPER = {
    "before-a-call": 1,
    "before-a-call-tension": 1,
    "someone-calls-you": 1,
    "this-week": 1,
    "calm-at-home": 1,
}
LISTS = {
    form.address: SHEETS_OF_PAPER.get(form.id, MAX_SHEETS)
    for language in LANGUAGES
    for form in forms_of("list", language)
}
LONG = "\n".join(f"regel-{number} " + "woord " * 12 for number in range(120))


def printed(page: Page, tmp_path: Path, way: str | None = None) -> PrintedSheets:
    """The PDF that printing gives; `way` presses a print button and prints while its mark is set."""
    turn_to_form(page)
    if way:
        page.evaluate("window.print = () => { window.asked = document.querySelector('[data-form]').dataset.print; }")
        page.locator(f'[data-action="print-{way}"]').click()
        assert page.evaluate("window.asked") == way
    path = tmp_path / "print.pdf"
    page.pdf(path=path, display_header_footer=True, prefer_css_page_size=True)
    come_back(page)
    return PrintedSheets(path)


def words_of(text: str) -> str:
    return " ".join(text.split())


def test_every_list_is_tried(site: BuiltSite) -> None:
    assert set(site.pages_with("//form//*[@data-item]")) == set(LISTS)


@pytest.mark.parametrize("address", LISTS)
def test_a_blank_list_is_on_a4_whole_and_says_nothing_of_the_site(
    page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    page.goto(server.url + address)
    page.locator("[data-item] textarea").first.fill("een antwoord dat niet mee mag")
    page.locator("[data-item] input").first.check()
    sheets = printed(page, tmp_path, "blank")
    text = sheets.words
    assert sheets.sizes == {A4}
    assert len(sheets) <= LISTS[address]
    assert "een antwoord dat niet mee mag" not in text
    assert "✓" not in text
    for item in page.locator(".form-item__text").all_inner_texts():
        assert words_of(item) in text
    for hidden in (server.origin, "127.0.0.1", "Houvast", "Print", page.locator(".form__note").first.inner_text()):
        assert hidden not in text
    day = page.evaluate("new Date().toLocaleDateString('nl-NL')")
    assert day not in text
    assert text.startswith(words_of(page.locator("h1").inner_text()))


def test_the_date_is_left_to_be_written(page: Page, server: SiteServer, tmp_path: Path) -> None:
    for address, word in (("werk/lijsten/zes-vragen/", "Datum:"), ("en/work/lists/six-questions/", "Date:")):
        page.goto(server.url + address)
        assert word in printed(page, tmp_path).text


@pytest.mark.parametrize("address", ["werk/lijsten/zes-vragen/", "en/work/lists/six-questions/"])
def test_a_filled_list_prints_every_answer_to_its_last_word(
    page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    page.goto(server.url + address)
    areas = page.locator("[data-item] textarea")
    areas.nth(0).fill(LONG)
    areas.nth(1).fill("W" * 300 + "einde")
    page.locator("[data-item] input").first.check()
    sheets = printed(page, tmp_path, "filled")
    text = sheets.text
    for number in range(120):
        assert f"regel-{number} " in text, number
    joined = "".join(text.split())
    assert "W" * 300 + "einde" in joined
    assert "✓" in text
    assert len(sheets) > 3


def test_an_item_is_split_only_when_it_is_longer_than_a_page(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    areas = page.locator("[data-item] textarea")
    count = areas.count()
    for index in range(count):
        areas.nth(index).fill("\n".join(f"antwoord-{index}-{line}" for line in range(18)))
    sheets = printed(page, tmp_path, "filled").texts
    assert len(sheets) > 2
    for index in range(count):
        holding = [number for number, text in enumerate(sheets) if f"antwoord-{index}-" in text]
        assert len(holding) == 1, f"answer {index} stands on pages {holding}"
        question = words_of(page.locator('[data-kind="ask"] .form-item__text').nth(index).inner_text())
        assert question in words_of(sheets[holding[0]])


def test_printing_from_the_browsers_own_menu_shows_the_answers(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.locator("[data-item] textarea").first.fill("zomaar een antwoord")
    assert "zomaar een antwoord" in printed(page, tmp_path).text


def test_after_printing_blank_the_answers_are_still_there(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.locator("[data-item] textarea").first.fill("blijft staan")
    assert "blijft staan" not in printed(page, tmp_path, "blank").text
    assert "blijft staan" in printed(page, tmp_path).text


def test_a_blank_list_has_boxes_and_lines_to_write_on(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.emulate_media(media="print")
    for name in ("form-item__lines", "writing-line"):
        assert page.locator(f".form-item .{name}").first.is_visible()
    box = page.locator('.form input[type="checkbox"]').first
    assert box.evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"
    assert float(box.evaluate("box => parseFloat(getComputedStyle(box).borderTopWidth)")) >= 1


@pytest.mark.parametrize("address", ["werk/voorbereiden/", "en/home/time-out/"])
def test_a_tip_sheet_prints_its_text_alone(page: Page, server: SiteServer, tmp_path: Path, address: str) -> None:
    page.goto(server.url + address)
    text = printed(page, tmp_path).words
    for title in page.locator(".tip h2").evaluate_all("all => all.map(heading => heading.firstChild.textContent)"):
        assert words_of(title) in text
    for hidden in ("Houvast", "127.0.0.1", "¶", "Herkomst:", "Origin:", "English"):
        assert hidden not in text


def test_an_answered_question_is_ticked_on_paper(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.locator("[data-item] textarea").first.fill("een antwoord")
    assert printed(page, tmp_path, "filled").text.count("✓") == 1
    assert printed(page, tmp_path, "blank").text.count("✓") == 0


def test_the_pdf_tools_agree_that_nothing_is_cut(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    page.locator("[data-item] textarea").first.fill(LONG)
    printed(page, tmp_path, "filled")
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "print.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert [line for line in range(120) if f"regel-{line} " not in text] == []


def test_sheets_are_numbered_from_the_second_and_what_belongs_together_stays_together(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + "werk/bladen/netwerkcirkel/")
    sheets = [sheet.strip() for sheet in printed(page, tmp_path, "blank").texts]
    # A PDF has the number of a sheet before the rest of it.
    assert [sheet.splitlines()[0].strip() for sheet in sheets[1:]] == [str(at) for at in range(2, len(sheets) + 1)]
    assert sheets[0].startswith("Mensen om een gezin heen")
    # What closes a part stays with it, also where the next part needs a sheet of its own.
    assert "zei apart wie we mogen vragen" in words_of(sheets[0])
    (with_table,) = [words_of(sheet) for sheet in sheets if "Mensen en taken" in sheet]
    assert "Wie doet wat" in with_table


def test_a_short_tip_sheet_is_one_sheet_with_boxes_for_a_pen(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "thuis/pauze/")
    assert len(printed(page, tmp_path)) == 1
    page.emulate_media(media="print")
    box = "getComputedStyle(document.querySelector('.tip-items li'), '::before')"
    assert page.evaluate(f"[{box}.borderTopColor, {box}.borderTopStyle]") == ["rgb(0, 0, 0)", "solid"]
    assert page.evaluate(f"parseFloat({box}.width)") >= 11
