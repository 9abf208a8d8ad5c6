"""`make pdf`: every list and worksheet as a blank PDF that a screen reader can read, with a neutral name."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from built_site import LANGUAGES, BuiltSite
from playwright.sync_api import Page
from printed_sheets import PrintedSheets, squeezed
from project_root import ROOT
from ready_made_sheets import print_blank, sheets_of
from site_server import SiteServer


def poppler(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_every_list_and_sheet_becomes_a_file_in_every_language(site: BuiltSite) -> None:
    made = list(sheets_of(site))
    assert len({sheet.file for sheet in made}) == len(made), "two sheets would be one file"
    sheets = {sheet.address for sheet in made}
    for language in LANGUAGES:
        for address in site.in_language(language):
            form = site.tree(address).xpath("//form[@data-form and not(@data-carries)]")
            refuses = site.tree(address).xpath("//body[@data-refuses-paper]")
            assert (address in sheets) == bool(form and not refuses), address
    assert {sheet.file.split("/")[0] for sheet in made} == set(LANGUAGES)
    assert [sheet for sheet in made if not re.fullmatch(r"[a-z]+/[a-z0-9-]+\.pdf", sheet.file)] == []


# A list, a worksheet with tables, and cards.
@pytest.mark.parametrize(
    "address",
    [
        "werk/lijsten/zes-vragen/",
        "en/work/sheets/plan-check/",
        "thuis/bladen/codewoord/",
        "en/home/sheets/time-out-sheet/",
    ],
)
def test_a_sheet_is_tagged_blank_and_says_its_language(
    page: Page, server: SiteServer, site: BuiltSite, tmp_path: Path, address: str
) -> None:
    sheet = next(sheet for sheet in sheets_of(site) if sheet.address == address)
    file = tmp_path / "sheet.pdf"
    print_blank(page, server.url + address, sheet.part, file)
    about = poppler("pdfinfo", file)
    assert re.search(r"(?m)^Tagged: +yes$", about)
    title = str(site.tree(address).xpath("string(//title)"))
    assert re.search(rf"(?m)^Title: +{re.escape(title)}$", about)
    language = str(site.tree(address).get("lang"))
    assert f"/Lang ({language})".encode() in file.read_bytes()
    # The tags: what is a heading on the page is one in the file, and nothing that is printed stands outside of them.
    tags = poppler("pdfinfo", "-struct-text", file)
    kinds = set(re.findall(r"(?m)^ *([A-Z]\w*)", tags))
    # A card is printed by itself, without the headings around it.
    assert sheet.part or {"H1", "H2"} & kinds
    assert {"P", "Span", "NonStruct", "Div", "LI", "L"} & kinds
    heading = str(site.tree(address).xpath("string(//h1)")).strip()
    spoken = squeezed(tags)
    printed = PrintedSheets(file)
    if heading in printed.words:
        assert squeezed(heading) in re.sub(r'["\s]', "", spoken)
    assert len(printed) >= 1


def test_the_sheets_are_made_by_one_command_and_not_published() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"(?m)^pdf: .*site", makefile)
    assert "/pdf/" in (ROOT / ".gitignore").read_text("utf-8")
