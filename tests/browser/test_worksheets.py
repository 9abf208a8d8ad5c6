"""Every worksheet in both languages: filled in to the last field, saved, opened in the other language, printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from built_site import BuiltSite
from filled_form import PASSPHRASE, FilledForm, come_back, turn_to_form
from hostile_files import readable_file, signed
from playwright.sync_api import Page, expect
from printed_sheets import PrintedSheets
from site_languages import WHOLE
from site_server import SiteServer
from source_forms import forms_of

A4 = (595, 842)
# With a table of many columns on it.
LYING = (842, 595)
# How many sheets of paper a worksheet takes at most when it is printed blank, and those that have to do with fewer.
MAX_SHEETS = 6
SHEETS_OF_PAPER = {
    "plan-check": 2,
    "who-is-home-when": 3,
    "network-circle": 5,
    "worries-strengths": 2,
    "three-houses": 3,
    "words-and-pictures": 5,
    "plan-for-children": 1,
    "stress-and-calm": 4,
    "conversation-starters": 4,
    "objections-weighed": 4,
    "reporting-code-log": 5,
    "time-out": 1,
    "room-for-each-other": 1,
    "safety-signals": 1,
    "looking-out": 1,
    "stop-plan": 1,
    "together-or-apart": 2,
    "one-person-plan": 2,
    "plan-with-care": 2,
    "handover": 2,
    "what-happened": 2,
}
WORKSHEETS = forms_of("worksheet", "nl")
FORMS = [form.id for form in WORKSHEETS]
# Printed part by part, each part on one sheet.
APART = [form.id for form in WORKSHEETS if form.is_apart]
# Those that nothing is kept of, and the parts that only a professional keeps.
UNKEPT = [form.id for form in WORKSHEETS if not form.is_kept]
KEPT = "[data-paper=professional]"
LONG_WORD = "Zorgvuldigheidsoverwegingen"


@pytest.fixture
def addresses(site: BuiltSite, request: pytest.FixtureRequest) -> dict[str, str]:
    """The addresses of a worksheet, by language."""
    form = request.getfixturevalue("form")
    found = {}
    for language in WHOLE:
        (found[language],) = [
            address
            for address in site.in_language(language)
            if site.tree(address).xpath(f'//form[@data-form="{form}"]')
        ]
    return found


def printed(page: Page, tmp_path: Path, button: str) -> PrintedSheets:
    """What comes out of the printer after a button was pressed, with headers and footers switched on."""
    page.evaluate("window.print = () => {}")
    page.locator(button).click()
    path = tmp_path / "print.pdf"
    page.pdf(path=path, display_header_footer=True, prefer_css_page_size=True)
    come_back(page)
    return PrintedSheets(path)


@pytest.mark.parametrize("address", ["werk/bladen/veiligheidsplan/", "en/work/sheets/safety-plan/"])
def test_the_short_plan_is_two_sheets_of_paper(page: Page, server: SiteServer, tmp_path: Path, address: str) -> None:
    page.goto(server.url + address)
    turn_to_form(page)
    page.locator("[name=short-version]").check()
    paper = printed(page, tmp_path, '[data-action="print-blank"]')
    assert len(paper) == 2
    assert page.locator(f".part[data-short]{KEPT} h2").count() == 1
    for heading in page.locator(f".part[data-short]:not({KEPT}) h2").all_inner_texts():
        assert joined(heading) in joined(paper.text)


def joined(text: str) -> str:
    """A text without what differs by where its lines end."""
    return "".join(text.split()).replace("-", "").replace("\u2010", "").replace("\u00ad", "")


def test_every_worksheet_is_tried(site: BuiltSite) -> None:
    for language in WHOLE:
        forms = site.find(language, "//form[@data-form and .//fieldset[@data-part]]/@data-form")
        assert sorted(map(str, forms)) == sorted(FORMS)


# Filled in and saved in one language, opened in the other, and printed in both.
STARTS = [(form, WHOLE[number % len(WHOLE)]) for number, form in enumerate(FORMS)]


@pytest.mark.parametrize(("form", "start"), STARTS)
def test_a_worksheet_is_printed_saved_and_opened_in_the_other_language_with_nothing_missing(
    page: Page, server: SiteServer, tmp_path: Path, form: str, start: str, addresses: dict[str, str]
) -> None:
    other = WHOLE[(WHOLE.index(start) + 1) % len(WHOLE)]
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + addresses[start])
    filled = FilledForm(page, tmp_path)
    content = filled.fill(rows=5)
    before = filled.state()
    assert len(before) > 3
    assert all(value not in ("", None, []) for name, value in before.items() if "left-out" not in name), before
    # Others than professionals have the locked file only, and what a professional keeps is in no other.
    is_locked = page.locator('[data-action="save"]').count() == 0
    assert is_locked == (filled.form.get_attribute("data-audience") != "professionals" or form in UNKEPT)
    has_kept_part = page.locator(KEPT).count() > 0
    if form in UNKEPT:
        assert page.locator('[data-action^="save"], [data-action="copy"], [data-action="document"]').count() == 0
        file = kept_before(form, before, tmp_path)
    else:
        file = filled.save("save-locked" if is_locked or has_kept_part or start == "en" else "save")
        assert file.name.endswith(("notities.json", "notes.json"))
    if form not in APART:
        check_prints(page, tmp_path, content, SHEETS_OF_PAPER.get(form, MAX_SHEETS))

    page.goto(server.url + addresses[other])
    turn_to_form(page)
    assert filled.state() != before
    filled.open(file, PASSPHRASE if b'"locked"' in file.read_bytes() else None)
    expect(filled.message).to_contain_text({"en": "is on the page", "nl": "staat op de pagina"}[other])
    if form in UNKEPT:
        before = {name: value for name, value in before.items() if "#" not in name}
    assert {name: value for name, value in filled.state().items() if name in before} == before
    if form not in APART:
        check_prints(page, tmp_path, content, SHEETS_OF_PAPER.get(form, MAX_SHEETS))


def kept_before(form: str, state: dict[str, Any], folder: Path) -> Path:
    """A file of a form that cannot be kept any more, as an earlier version of the site saved it."""
    answers = {name: value for name, value in state.items() if value not in (False, "") and "#" not in name}
    drawings = {name.removesuffix("/text") for name in answers if name.endswith("/text")}
    for name in drawings:
        answers[name] = {"text": answers.pop(f"{name}/text")}
    file = folder / "notities.json"
    file.write_bytes(signed(readable_file(answers, form=form)))
    return file


def check_prints(page: Page, tmp_path: Path, content: dict[str, Any], max_sheets: int) -> None:
    """Print the sheet as it is filled in, and cleared and blank."""
    check_filled_print(page, printed(page, tmp_path, '[data-action="print-filled"]'), content)
    page.locator('[data-action="clear"]').click()
    check_blank_print(page, printed(page, tmp_path, '[data-action="print-blank"]'), max_sheets)


def check_filled_print(page: Page, paper: PrintedSheets, content: dict[str, Any]) -> None:
    """Everything that was filled in is on paper, no row is cut, and each table has its head on every sheet."""
    sheets = paper.texts
    text = "\n".join(sheets)
    assert paper.sizes <= {A4, LYING}
    kept = page.locator(KEPT).evaluate_all("all => all.map((part) => part.dataset.part)")
    words = [word for name, word in content["words"].items() if name.partition("/")[0] not in kept]
    assert [word for word in words if word not in text] == []
    assert joined(text).count(LONG_WORD) == 3 * len(words)
    assert "<b>é ✓ ’quote</b>" in text
    for row in [row for table in content["tables"] for row in table]:
        holding = {number for number, sheet in enumerate(sheets) for word in row if word in sheet}
        assert len(holding) == 1, f"the row {row} stands on the sheets {holding}"
    for table, head in zip(content["tables"], heads_of_tables(page), strict=True):
        for sheet in sheets:
            if any(word in sheet for row in table for word in row):
                assert all(joined(label) in joined(sheet) for label in head), f"{head} is not above its rows"
    for hidden in ("127.0.0.1", "Houvast"):
        assert hidden not in text


def check_blank_print(page: Page, paper: PrintedSheets, max_sheets: int) -> None:
    """Everything that is asked is on paper, nothing that was filled in, and it takes no more sheets than it should."""
    text = joined(paper.text)
    assert len(paper) <= max_sheets
    assert LONG_WORD not in text
    for label in labels(page):
        assert joined(label) in text, label


def heads_of_tables(page: Page) -> list[list[str]]:
    return page.locator(f".part:not({KEPT}) .field--table").evaluate_all(  # type: ignore[no-any-return]
        "all => all.map(table => [...table.querySelectorAll('thead th')].map(head => head.textContent.trim()))"
    )


def labels(page: Page) -> list[str]:
    """All that a reader is asked, and the warnings, as they have to stand on paper."""
    script = """() => [...document.querySelectorAll(
      "form .part h2, form .field:not(.part__left-out):not(.short-version) > .field__label, form .part .admonition p,"
      + "form .paper-table th, form .paper-table .paper-choice, form .choice span")]
      .filter((element) => !element.closest("[data-paper=professional]"))
      .map((element) => element.textContent.trim()).filter(Boolean)"""
    return page.evaluate(script)  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", WHOLE)
@pytest.mark.parametrize("form", APART)
def test_cards_and_posters_are_printed_apart_each_on_one_sheet(
    page: Page, server: SiteServer, tmp_path: Path, form: str, language: str, addresses: dict[str, str]
) -> None:
    page.goto(server.url + addresses[language])
    # What is printed is what the script laid out; without waiting for it the first print may come before.
    turn_to_form(page)
    page.evaluate(
        """() => document.querySelectorAll(".part").forEach((part, index) => {
          for (const field of part.querySelectorAll("input[type=text], textarea")) {
            field.value = `kaart${index}x`;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
        })"""
    )
    assert page.locator('form .form__tools [data-action^="print"]').count() == 0
    parts = page.locator(".part").evaluate_all("all => all.map((part) => part.dataset.part)")
    for number, part in enumerate(parts):
        sheets = printed(page, tmp_path, f'[data-prints="{part}"][data-action="print-filled"]')
        (text,) = sheets.texts
        assert f"kaart{number}x" in text
        assert not any(f"kaart{other}x" in text for other in range(len(parts)) if other != number)
        blank = printed(page, tmp_path, f'[data-prints="{part}"][data-action="print-blank"]').texts
        assert len(blank) == 1
        assert f"kaart{number}x" not in blank[0]
    # From the browser's own menu there is one of them too, never two.
    path = tmp_path / "menu.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    (text,) = PrintedSheets(path).texts
    assert "kaart0x" in text
    assert "kaart1x" not in text
