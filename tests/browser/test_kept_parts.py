"""What the professional keeps is on nobody else's paper, text or readable file; its own button prints it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import PASSPHRASE, FilledForm, come_back, said, turn_to_form
from hostile_files import readable_file, signed
from playwright.sync_api import Page, expect
from printed_sheets import PrintedSheets, squeezed
from site_server import SiteServer
from test_text_documents import read_document

KEPT = ".part[data-paper=professional]"
SHEETS = {
    "safety-plan": ("werk/bladen/veiligheidsplan/", "en/work/sheets/safety-plan/"),
    "plan-check": ("werk/bladen/plan-controle/", "en/work/sheets/plan-check/"),
    "worries-strengths": ("werk/bladen/zorgen-en-krachten/", "en/work/sheets/worries-and-strengths/"),
    "three-houses": ("werk/bladen/drie-huizen/", "en/work/sheets/three-houses/"),
    "words-and-pictures": ("werk/bladen/woord-en-beeld/", "en/work/sheets/words-and-pictures/"),
    "handover": ("werk/bladen/overdracht/", "en/work/sheets/handover/"),
    "plan-for-children": ("werk/bladen/plan-voor-kinderen/", "en/work/sheets/plan-for-children/"),
}
CASES = [(form, language) for form in SHEETS for language in ("nl", "en")]
SAYS_WHO_KEEPS_IT = {"nl": "De hulpverlener bewaart dit deel.", "en": "The professional keeps this part."}


@pytest.fixture
def sheet(page: Page, server: SiteServer, tmp_path: Path, form: str, language: str) -> FilledForm:
    """A worksheet with a part that the professional keeps, every field filled in."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + SHEETS[form][language == "en"])
    page.evaluate("window.print = () => {}")
    return FilledForm(page, tmp_path)


def printed(page: Page, folder: Path, button: str | None = None) -> PrintedSheets:
    """What is printed by a button, or from the browser's own menu."""
    if button:
        page.locator(button).click()
    path = folder / "print.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    come_back(page)
    return PrintedSheets(path)


def kept_texts(page: Page, words: dict[str, str], parts: str = KEPT) -> list[str]:
    """What only the parts say that the professional keeps: their headings, labels and answers."""
    parts = page.locator(parts)
    names = parts.evaluate_all("all => all.map((part) => part.dataset.part)")
    labels = parts.locator("h2, .field__label, .part__kept").evaluate_all(
        "all => all.map((label) => label.textContent.trim()).filter((text) => text.length > 10)"
    )
    return [*labels, *(word for name, word in words.items() if name.partition("/")[0] in names)]


def found(texts: list[str], where: str) -> list[str]:
    everything = squeezed(where)
    return [text for text in texts if squeezed(text) in everything]


def test_every_sheet_with_such_a_part_is_tried(site: BuiltSite) -> None:
    forms = site.find("nl", '//form[.//fieldset[@data-paper="professional"]]/@data-form')
    assert set(map(str, forms)) == set(SHEETS)


@pytest.mark.parametrize(("form", "language"), CASES)
def test_nothing_of_it_is_printed_copied_or_saved_for_others(sheet: FilledForm, tmp_path: Path) -> None:
    page = sheet.page
    blank = printed(page, tmp_path, '[data-action="print-blank"]')
    texts = kept_texts(page, sheet.fill(rows=1)["words"])
    assert len(texts) > 4
    page.locator('[data-action="copy"]').click()
    expect(page.locator("[data-message]")).not_to_have_text("")
    others = {
        "blank": blank.text,
        "filled": printed(page, tmp_path, '[data-action="print-filled"]').text,
        "from the menu": printed(page, tmp_path).text,
        "copy": str(page.evaluate("navigator.clipboard.readText()")),
        "document": read_document(sheet.save("document")),
        "readable file": sheet.save("save").read_text("utf-8"),
    }
    assert {name: found(texts, text) for name, text in others.items()} == {name: [] for name in others}
    # With the part taken away it is the same paper, with the same numbers.
    page.locator(KEPT).evaluate_all("all => all.forEach((part) => part.remove())")
    assert printed(page, tmp_path).text == others["from the menu"]


@pytest.mark.parametrize(("form", "language"), CASES)
def test_its_own_button_prints_it_alone_and_says_who_keeps_it(sheet: FilledForm, tmp_path: Path, language: str) -> None:
    page = sheet.page
    words = sheet.fill(rows=1)["words"]
    for part in page.locator(KEPT).evaluate_all("all => all.map((part) => part.dataset.part)"):
        kept = f"{KEPT}[data-part={part}]"
        expect(page.locator(f"{kept} .part__kept")).to_be_visible()
        texts = kept_texts(page, words, kept)
        paper = printed(page, tmp_path, f'{kept} [data-also="print-filled"]')
        assert found(texts, paper.text) == texts
        assert SAYS_WHO_KEEPS_IT[language] in paper.words
        headings = page.locator(f"h1, .part:not({kept}) h2").evaluate_all("all => all.map((one) => one.textContent)")
        assert found(headings, paper.text) == []
        assert [word for word in words.values() if word in paper.text and word not in texts] == []
        # No sheet with a number and nothing else.
        assert all(len(sheet.split()) > 5 for sheet in paper.texts)
    texts = kept_texts(page, words)
    # Back at the page, everybody's paper is without it again.
    assert found(texts, printed(page, tmp_path).text) == []


@pytest.mark.parametrize(("form", "language"), CASES)
def test_the_locked_file_holds_it_and_saving_a_readable_one_says_that_it_is_not_in_it(
    sheet: FilledForm, language: str
) -> None:
    page = sheet.page
    sheet.fill(rows=1)
    before = sheet.state()
    sheet.save("save")
    expect(sheet.message).to_have_text(said(language, "saved_without_kept"))
    file = sheet.save("save-locked")
    page.locator('[data-action="clear"]').click()
    assert sheet.state() != before
    sheet.open(file, PASSPHRASE)
    expect(sheet.message).to_have_text(said(language, "opened"))
    assert sheet.state() == before


@pytest.mark.parametrize(("form", "language"), CASES[:1])
def test_what_an_older_file_held_of_it_is_no_more_for_others(sheet: FilledForm, tmp_path: Path) -> None:
    page = sheet.page
    answers = {"signs/old-question": "oud teken", "watch/old-question": "oude vraag"}
    content = signed(readable_file(answers, form="safety-plan"))
    sheet.choose_file({"name": "notities.json", "mimeType": "", "buffer": content})
    expect(page.locator("[data-unmatched]")).to_contain_text("oud teken")
    paper = printed(page, tmp_path)
    assert "oude vraag" in paper.text
    assert "oud teken" not in paper.text
    document = read_document(sheet.save("document"))
    assert "oude vraag" in document
    assert "oud teken" not in document
    assert list(json.loads(sheet.save("save").read_text("utf-8"))["answers"]) == ["watch/old-question"]
    only = signed(readable_file({"signs/old-question": "oud teken"}, form="safety-plan"))
    sheet.choose_file({"name": "notities.json", "mimeType": "", "buffer": only})
    page.locator('[data-action="replace"]').click()
    assert page.locator("[data-unmatched] h2").inner_text() not in printed(page, tmp_path).text


@pytest.mark.parametrize("address", ["thuis/bladen/teken/", "en/home/sheets/signal-sheet/"])
def test_what_an_older_file_held_is_shown_and_on_no_paper_of_a_sheet_for_home(
    page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    # The sheet of a child named a sign and its place once: no paper at home tells them, whichever file is opened.
    page.goto(server.url + address)
    sheet = FilledForm(page, tmp_path)
    content = signed(
        readable_file({"the-sign/what": "de knuffel", "the-sign/where": "het raam"}, form="safety-signals")
    )
    sheet.choose_file({"name": "notities.json", "mimeType": "", "buffer": content})
    expect(page.locator("[data-unmatched]")).to_contain_text("de knuffel")
    for paper in (printed(page, tmp_path), printed(page, tmp_path, '[data-action="print-filled"]')):
        assert found(["de knuffel", "het raam", page.locator("[data-unmatched] h2").inner_text()], paper.text) == []


@pytest.mark.parametrize(("form", "language"), [("worries-strengths", "nl"), ("worries-strengths", "en")])
def test_the_numbers_of_each_that_an_older_file_held_are_shown_and_on_no_other_paper(
    sheet: FilledForm, tmp_path: Path
) -> None:
    page = sheet.page
    answers = {"numbers/each-number": [{"who": "Noor", "why": "waarom toch"}], "strengths/who-helps": "tante Bea"}
    content = signed(readable_file(answers, form="worries-strengths"))
    sheet.choose_file({"name": "notities.json", "mimeType": "", "buffer": content})
    expect(page.locator("[data-unmatched]")).to_contain_text("waarom toch")
    assert page.locator("[name='before/who-helps']").input_value() == "tante Bea"
    paper = printed(page, tmp_path)
    assert found(["waarom toch", "tante Bea"], paper.text) == []


@pytest.mark.parametrize(
    ("address", "actions"),
    [
        ("thuis/bladen/teken/", set()),
        ("thuis/bladen/codewoord/", set()),
        ("en/home/sheets/pocket-card/", set()),
        ("thuis/bladen/pauze/", {"save-locked"}),
        ("en/home/list-calm-at-home/", {"save-locked"}),
        ("omgeving/lijst-deze-week/", {"copy", "save-locked"}),
        ("werk/bladen/zorgen-en-krachten/", {"copy", "document", "save", "save-locked"}),
    ],
)
def test_each_reader_can_keep_what_is_safe_for_them(
    page: Page, server: SiteServer, address: str, actions: set[str]
) -> None:
    page.goto(server.url + address)
    turn_to_form(page)
    keeping = ("copy", "document", "save", "save-locked")
    assert {action for action in keeping if page.locator(f'[data-action="{action}"]').count()} == actions
    assert page.locator("[data-copy-box]").count() == ("copy" in actions)
    # Without them the rest works.
    field = page.locator(".part input[type=text], .form-item textarea, .part textarea").first
    field.fill("iets")
    page.locator('[data-action="clear"]').click()
    expect(field).to_have_value("")
