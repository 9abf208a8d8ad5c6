"""Who writes from right to left sees it stand right: in the field, on paper, in the copied text and in the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_form import FilledForm
from hostile_files import readable_file, signed
from playwright.sync_api import Page, expect
from site_server import SiteServer
from test_text_documents import read_document

ARABIC = "أختي تأتي مساء اليوم"
DUTCH = "Mijn zus komt vanavond."
# Every kind of field that words are written in, and what it says on paper.
PAGES = {
    "a worksheet": ("werk/bladen/spanning-en-rust/", {"textarea", "input", "table", "sentence"}),
    "a drawing": ("werk/bladen/woord-en-beeld/", {"textarea", "input", "sentence", "drawing"}),
    "a list": ("werk/lijsten/zes-vragen/", {"textarea"}),
    "a self-test": ("leren/openen/", {"textarea", "input"}),
}
FIELDS = "form[data-form] :is(.part, .form-item) :is(textarea, input[type=text])"
WRITE = f"""(words) => {{
  const kinds = new Set();
  for (const field of document.querySelectorAll("{FIELDS}")) {{
    field.value = words;
    field.dispatchEvent(new Event("input", {{ bubbles: true }}));
    const kind = field.closest("[data-kind]").dataset.kind;
    kinds.add(["table", "sentence", "drawing"].includes(kind) ? kind : field.localName);
  }}
  return [...kinds];
}}"""
ON_PAPER = ".field__printed, .form-item__printed, .sentence__printed, .paper-text"
# From which side each line of the answers on paper begins: its first and last edge, beside those of its box.
SIDES = """(all, words) => all.filter((box) => box.textContent && box.checkVisibility()).map((box) => {
  const outer = box.getBoundingClientRect();
  const range = document.createRange();
  const start = box.textContent.indexOf(words);
  range.setStart(box.firstChild, start);
  range.setEnd(box.firstChild, start + words.length);
  const line = range.getBoundingClientRect();
  return { left: line.left - outer.left, right: outer.right - line.right };
})"""


@pytest.mark.parametrize("kind", PAGES)
def test_arabic_stands_right_in_every_field_and_on_paper(
    page: Page, server: SiteServer, tmp_path: Path, kind: str
) -> None:
    address, kinds = PAGES[kind]
    page.goto(server.url + address)
    FilledForm(page, tmp_path)
    directions = "all => all.map((field) => getComputedStyle(field).direction)"
    assert set(page.evaluate(WRITE, ARABIC)) == kinds
    assert set(page.locator(FIELDS).evaluate_all(directions)) == {"rtl"}
    page.emulate_media(media="print")
    printed = page.locator(ON_PAPER)
    sides = printed.evaluate_all(SIDES, ARABIC)
    assert len(sides) > 2
    assert [side for side in sides if side["right"] > 1] == []
    page.emulate_media(media="screen")
    page.evaluate(WRITE, DUTCH)
    assert set(page.locator(FIELDS).evaluate_all(directions)) == {"ltr"}
    page.emulate_media(media="print")
    assert [side for side in printed.evaluate_all(SIDES, DUTCH) if side["left"] > 1] == []


def test_on_paper_each_line_stands_where_it_begins_as_in_the_field(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    FilledForm(page, tmp_path)
    page.evaluate(WRITE, f"{DUTCH}\n{ARABIC}")
    page.emulate_media(media="print")
    printed = page.locator(ON_PAPER)
    assert [side for side in printed.evaluate_all(SIDES, DUTCH) if side["left"] > 1] == []
    assert [side for side in printed.evaluate_all(SIDES, ARABIC) if side["right"] > 1] == []


def test_what_an_older_file_holds_stands_right_too(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    filled = FilledForm(page, tmp_path)
    content = signed(readable_file({"gone/long-ago": ARABIC}, form="six-questions"))
    filled.choose_file({"name": "notities.json", "mimeType": "application/json", "buffer": content})
    expect(page.locator("[data-unmatched] dd")).to_have_text(ARABIC)
    assert [side for side in page.locator("[data-unmatched] dd").evaluate_all(SIDES, ARABIC) if side["right"] > 1] == []


def test_the_document_says_of_each_paragraph_from_which_side_it_is_written(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.url + PAGES["a worksheet"][0])
    filled = FilledForm(page, tmp_path)
    # Figures and signs have no side of their own.
    page.evaluate(WRITE, f"1. ({ARABIC})")
    file = filled.save("document")
    assert read_document(file).count(ARABIC) > 3
    coded = "".join(f"\\u{ord(letter)}?" for letter in ARABIC.split()[0])
    paragraphs = [part for part in file.read_text("ascii").split("\\pard") if coded in part]
    # A sentence to say begins in Dutch, whatever is filled in.
    assert {("\\rtlpar" in part, "\\ltrpar" in part) for part in paragraphs} == {(True, False), (False, True)}
    cells = [part for part in paragraphs if "\\intbl" in part]
    assert cells
    assert all("\\rtlpar" in part for part in cells)
    page.locator('[data-action="copy"]').click()
    expect(page.locator("[data-message]")).not_to_have_text("")
    assert page.evaluate("navigator.clipboard.readText()").count(ARABIC) > 3


def test_a_document_in_dutch_alone_is_written_from_the_left(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + PAGES["a worksheet"][0])
    filled = FilledForm(page, tmp_path)
    page.evaluate(WRITE, DUTCH)
    text = filled.save("document").read_text("ascii")
    assert "\\rtlpar" not in text
    assert text.count("\\ltrpar") == text.count("\\pard") > 3
