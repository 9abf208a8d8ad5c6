"""What is printed blank can be filled in with a pen: room by what is asked, measured in the PDF, nothing torn apart."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import come_back, turn_to_form
from lxml import html
from playwright.sync_api import Page
from printed_sheets import PrintedSheets, squeezed
from site_server import SiteServer
from small_project import SmallProject

PLAN = "werk/bladen/veiligheidsplan/"
POINTS = 72 / 25.4
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
SHEETS = [
    "werk/bladen/veiligheidsplan/",
    "en/work/sheets/plan-check/",
    "werk/bladen/zorgen-en-krachten/",
    "en/work/sheets/contact-schedule/",
    "werk/bladen/woord-en-beeld/",
    "en/work/sheets/three-houses/",
    "werk/bladen/gesprekszinnen/",
    "en/work/sheets/stress-and-calm/",
    "werk/bladen/wie-is-thuis/",
    "en/work/sheets/objections/",
    "werk/bladen/netwerkcirkel/",
    "en/home/sheets/time-out-sheet/",
    "thuis/bladen/teken/",
]


@dataclass(frozen=True)
class Word:
    """A word on a sheet of paper: where it begins and what it says, in millimetres."""

    sheet: int
    left: float
    top: float
    text: str


def printed(page: Page, folder: Path) -> tuple[PrintedSheets, list[Word]]:
    """The blank sheet as a PDF, with the place of each word."""
    turn_to_form(page)
    page.evaluate("window.print = () => {}")
    page.locator('[data-action="print-blank"]').click()
    path = folder / "print.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    come_back(page)
    return PrintedSheets(path), words_of(path)


def words_of(path: Path) -> list[Word]:
    written = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    return [
        Word(sheet, float(found[1]) / POINTS, float(found[2]) / POINTS, found[5])
        for sheet, text in enumerate(written.split("<page ")[1:])
        for found in _WORD.finditer(text)
    ]


def place_of(words: list[Word], *texts: str) -> list[Word]:
    """Where texts begin that follow one another: the first word of each."""
    for start in range(len(words)):
        if words[start].text == texts[0]:
            rest = [next((word for word in words[start:] if word.text == text), None) for text in texts]
            if all(rest):
                return [word for word in rest if word]
    raise AssertionError(f"{texts} are not on paper")


def test_columns_are_as_wide_as_what_is_asked_and_rows_as_high_as_a_hand_writes(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + PLAN)
    # A word in each cell that shows where it begins, on paper that is otherwise blank.
    page.evaluate(
        """() => document.querySelectorAll("[data-field='process/next-steps'] tbody tr").forEach((row, number) =>
          row.querySelectorAll("td").forEach((cell, column) => {
            cell.textContent = column < 3 ? `cel${number}${column}` : `z${number}`;
          }))"""
    )
    _, words = printed(page, tmp_path)
    cells = {word.text: word for word in words if re.fullmatch(r"(cel\d|z)\d", word.text)}
    step, who, by = (
        cells[right].left - cells[left].left
        for left, right in (("cel00", "cel01"), ("cel01", "cel02"), ("cel02", "z0"))
    )
    assert step / who == pytest.approx(1.5, abs=0.05)
    assert by / who == pytest.approx(0.75, abs=0.05)
    assert step > 60
    assert 22 <= cells["cel10"].top - cells["cel00"].top < 23


# The words of the heads that stand on more than one line each.
BROKEN_WORDS = r"""() => [...document.querySelectorAll(".paper-table thead .of-tick [data-label]")].flatMap((label) =>
  [...label.firstChild.data.matchAll(/\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(label.firstChild, word.index);
    range.setEnd(label.firstChild, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  }).map(([word]) => word))"""


def test_no_word_above_a_tick_is_broken(page: Page, server: SiteServer, site: BuiltSite) -> None:
    # As wide as the sheet between its margins.
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    addresses = site.pages_with('//table[contains(@class, "paper-table")]//th[@class="of-tick"]')
    assert addresses
    for address in addresses:
        page.goto(server.url + address)
        assert page.evaluate(BROKEN_WORDS) == [], address
    page.locator(".paper-table thead .of-tick").first.evaluate("head => head.style.setProperty('width', '0.5%')")
    assert page.evaluate(BROKEN_WORDS) != [], "a column that is too narrow is noticed"


@pytest.mark.parametrize("address", [PLAN, "en/work/sheets/safety-plan/"])
def test_an_agreement_of_forty_words_fits_by_hand(page: Page, server: SiteServer, tmp_path: Path, address: str) -> None:
    page.goto(server.url + address)
    # Where each room begins and ends, on paper that is otherwise blank.
    page.evaluate(
        """() => document.querySelectorAll("[data-field='agreements/agreed'] tbody tr").forEach((row, number) =>
          row.querySelectorAll("td").forEach((cell, column) => cell.prepend(`cel${number}${column} `)))"""
    )
    sheets, words = printed(page, tmp_path)
    places = {word.text: word for word in words if re.fullmatch(r"cel\d\d", word.text)}
    assert len(places) == 14
    for row in "01":
        what, who, when, checks, goal, _, _ = (places[f"cel{row}{column}"] for column in range(7))
        # The long one has the whole width and, below its label, three lines of 7 mm.
        assert who.top - what.top >= 25.5
        assert what.left == pytest.approx(who.left, abs=0.5)
        assert when.left - who.left > 55
        assert checks.left - when.left > 55
        assert goal.top - who.top >= 11.5
    assert sheets.sizes == {(595, 842)}


def test_from_five_columns_on_a_part_lies_on_its_side(page: Page, small_project: SmallProject, tmp_path: Path) -> None:
    small_project.keep_first_language()
    small_project.change("docs/nl/blad.md", "- [date] start | Vanaf", "- [date] start | Vanaf\n- [line] place | Waar?")
    names = "data/form-names.yml"
    small_project.change(
        names, "      - together/tasks/start\n", "      - together/tasks/start\n      - together/tasks/place\n"
    )
    assert small_project.build().returncode == 0
    with SiteServer(small_project.site) as server:
        page.goto(server.url + "blad/")
        _, words = printed(page, tmp_path)
    (sheet,) = {word.sheet for word in words if word.text == "Taken"}
    sizes = re.findall(
        r"Page +\d+ size: +([\d.]+) x",
        subprocess.run(
            ["pdfinfo", "-l", "-1", tmp_path / "print.pdf"], capture_output=True, text=True, check=True
        ).stdout,
    )
    wide = [number for number, width in enumerate(sizes) if float(width) > 700]
    assert sheet in wide
    assert 0 not in wide
    who, what = place_of(
        [word for word in words if word.sheet == sheet and word.text in ("Wie?", "Wat?")], "Wie?", "Wat?"
    )
    assert what.left - who.left > 45


@pytest.mark.parametrize("address", ["werk/bladen/gesprekszinnen/", "en/work/sheets/conversation-sentences/"])
def test_a_blank_in_a_sentence_goes_on_to_the_end_of_its_line(page: Page, server: SiteServer, address: str) -> None:
    page.set_viewport_size({"width": 680, "height": 900})
    page.goto(server.url + address)
    page.emulate_media(media="print")
    rooms = page.locator(".sentence__printed").evaluate_all(
        """all => all.map((blank) => {
          const line = blank.closest(".sentence").getBoundingClientRect();
          const box = blank.getBoundingClientRect();
          return [line.right - box.right, box.width, box.height].map((size) => size / 96 * 25.4);
        })"""
    )
    assert len(rooms) > 20
    # What closes the sentence stands behind it.
    assert max(room[0] for room in rooms) < 4
    assert min(room[1] for room in rooms) > 45
    assert min(room[2] for room in rooms) > 7.5


@pytest.mark.parametrize("address", SHEETS)
def test_no_warning_stands_apart_from_its_question(
    page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    page.goto(server.url + address)
    sheets, _ = printed(page, tmp_path)
    neighbours = page.locator(".part:not([data-paper=professional]) .admonition").evaluate_all(
        """all => all.map((warning) => {
          const own = warning.closest(".part__text");
          const others = [...warning.closest(".part").querySelectorAll("h2, .field__label, .sentence")];
          const next = others.find((other) => own.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
          const nearest = own.nextElementSibling ? next : others.at(-1);
          const words = (nearest.dataset.labelText ?? nearest.textContent).split("{")[0];
          return [warning.lastElementChild.textContent, words];
        })"""
    )
    pages = [squeezed(sheet) for sheet in sheets.texts]
    for warning, question in neighbours:
        end = squeezed(warning)[-30:]
        assert any(end in sheet and squeezed(question) in sheet for sheet in pages), f"{question}: {warning}"


def test_a_sheet_of_its_own_is_followed_by_another_only_where_it_is_printed(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + PLAN)
    page.evaluate("document.querySelector('[data-part=worked-before]').dataset.paper = 'own-sheet'")
    heading = {part: page.locator(f"#{part}").inner_text() for part in ("worked-before", "agreements")}

    def sheet_of(part: str, sheets: PrintedSheets) -> int:
        return next(at for at, text in enumerate(sheets.texts) if heading[part] in " ".join(text.split()))

    alone, _ = printed(page, tmp_path)
    own = sheet_of("worked-before", alone)
    assert sheet_of("agreements", alone) == own + 1
    assert heading["agreements"] not in alone.texts[own]
    page.locator("[name='worked-before/left-out']").check()
    without, _ = printed(page, tmp_path)
    assert heading["worked-before"] not in without.text
    assert len(without) < len(alone)
    assert any("Wat zien we als het zover is" in text and heading["agreements"] in text for text in without.texts)


def test_an_author_says_how_many_lines_and_what_an_answer_can_look_like(small_project: SmallProject) -> None:
    small_project.keep_first_language()
    small_project.change(
        "docs/nl/blad.md", "- [text] aim | Wat willen we bereiken?", "- [text] aim | Wat willen we? | lines: 7"
    )
    small_project.change(
        "docs/nl/blad.md", "- [line] who | Wie vult dit in?", "- [line] who | Wie? | hint: Bijvoorbeeld: de buurvrouw"
    )
    small_project.change("docs/nl/blad.md", "- [line] doer | Wie?", "- [line] doer | Wanneer? | hint: Zaterdag na tien")
    small_project.change("docs/nl/blad.md", "    rows: 3", "    rows: 3\n    row: Taak")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    page = html.parse(small_project.site / "blad/index.html")
    assert len(page.xpath('//*[@data-field="before/aim"]//*[@class="writing-line"]')) == 7
    (field,) = page.xpath('//input[@name="before/who"]')
    (hint,) = page.xpath(f'//*[@id="{field.get("aria-describedby")}"]')
    assert hint.text == "Bijvoorbeeld: de buurvrouw"
    table = '//*[@data-field="together/tasks"]'
    assert page.xpath(f'{table}//*[@class="row__cells"]//*[@class="field__hint"]/text()') == ["Zaterdag na tien"]
    assert page.xpath(f'{table}//thead//*[@class="field__hint"]/text()') == ["Zaterdag na tien"]
    # On the screen one row is open, on paper there are as many as the author said.
    assert page.xpath(f"{table}//legend/text()") == ["Taak 1"]
    assert len(page.xpath(f"{table}//tbody/tr")) == 3
    assert [button.text for button in page.xpath(f"{table}//button")] == ["Haal taak 1 weg", "Nog een taak"]
