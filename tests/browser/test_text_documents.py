"""What is copied or downloaded for a client's file says all that stands on the page, and nothing that was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_form import FilledForm, turn_to_form
from playwright.sync_api import Page, expect
from printed_sheets import squeezed
from site_server import SiteServer
from striprtf.striprtf import rtf_to_text

PLAN = {"nl": "werk/bladen/veiligheidsplan/", "en": "en/work/sheets/safety-plan/"}


def read_document(document: Path) -> str:
    """The text of a document, as a program that knows nothing of this site reads it."""
    text = str(rtf_to_text(document.read_text("ascii")))
    # The reader leaves the two halves of a character apart.
    return text.encode("utf-16", "surrogatepass").decode("utf-16")


@pytest.mark.parametrize("language", PLAN)
def test_a_document_opens_in_another_program_and_holds_everything(
    page: Page, server: SiteServer, tmp_path: Path, language: str
) -> None:
    page.goto(server.url + PLAN[language])
    turn_to_form(page)
    plan = FilledForm(page, tmp_path)
    words = plan.fill()["words"]
    document = plan.save("document")
    assert document.name.endswith({"nl": "notities.rtf", "en": "notes.rtf"}[language])
    written = document.read_bytes()
    assert max(written) < 128, "only ASCII, so that no program misreads it"
    text = read_document(document)
    kept = page.locator("[data-paper=professional]").evaluate_all("all => all.map((part) => part.dataset.part)")
    missing = [name for name, word in words.items() if word not in text]
    assert sorted({name.partition("/")[0] for name in missing}) == sorted(kept)
    assert "<b>é ✓ ’quote</b>" in text
    assert text.count("17 mei 2031" if language == "nl" else "17 May 2031") > 3
    for label in page.locator(
        ".part:not([data-paper=professional]) :is(h2, .field:not(.part__left-out) > .field__label)"
    ).all_inner_texts():
        assert squeezed(label) in squeezed(text), label


@pytest.mark.parametrize("language", PLAN)
def test_what_is_left_out_is_in_neither(page: Page, server: SiteServer, tmp_path: Path, language: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.url + PLAN[language])
    turn_to_form(page)
    plan = FilledForm(page, tmp_path)
    plan.fill()
    plan.show_files()
    part = page.locator(".part:has([name$='/left-out']):not([data-short], [data-paper=professional])").first
    heading = part.locator("h2").inner_text()
    word = part.locator("textarea, input[type=text]").first.input_value().split()[0]

    def both() -> list[str]:
        page.locator('[data-action="copy"]').click()
        expect(page.locator("[data-message]")).not_to_have_text("")
        copied = str(page.evaluate("navigator.clipboard.readText()"))
        return [copied, read_document(plan.save("document"))]

    assert all(heading in text and word in text for text in both())
    part.locator("[name$='/left-out']").check()
    assert not any(heading in text or word in text for text in both())
    page.locator("[name$='/left-out']:checked").first.uncheck()
    page.locator("[name=short-version]").check()
    shortened = both()
    assert not any(heading in text for text in shortened)
    short = page.locator(".part[data-short]:not([data-paper=professional]) h2").all_inner_texts()
    assert all(title in text for text in shortened for title in short)


@pytest.mark.parametrize("language", PLAN)
def test_each_answer_of_a_table_stands_behind_its_own_column(page: Page, server: SiteServer, language: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.url + PLAN[language])
    # The page's own signatures are kept by the professional, and stand in no text.
    page.evaluate("document.querySelector('[data-part=signing]').dataset.paper = 'sheet'")
    turn_to_form(page)
    signatures = page.locator("[data-field='signing/signatures']")
    signatures.locator("[data-column=name]").first.fill("Fatma")
    # A signature is for paper only: its column stands in front of this one, and nothing is filled in there.
    signatures.locator("[data-column=on]").first.fill("2031-05-17")
    page.locator('[data-action="copy"]').click()
    expect(page.locator("[data-message]")).not_to_have_text("")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert {"nl": "Datum: 17 mei 2031", "en": "Date: 17 May 2031"}[language] in [line.strip() for line in copied]


def test_signs_that_a_document_uses_itself_are_kept(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + PLAN["nl"])
    turn_to_form(page)
    plan = FilledForm(page, tmp_path)
    written = "{\\b vet} \\par en 😀\tna een tab\nen een regel \\u955?"
    page.locator(".field[data-kind=text] textarea").first.fill(written)
    text = read_document(plan.save("document"))
    assert squeezed(written) in squeezed(text)
