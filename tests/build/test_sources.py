"""What is no source of the site is not published, and what nobody can see in a source hides nothing from a check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from houvast.authoring.source_files import check_data_file, check_page_file, check_template_file, is_left_by_system
from houvast.data.source_text import find_unseen, read_text
from project_root import ROOT
from small_project import SmallProject

LEFT_BY_SYSTEMS = (
    "._vragen.md",
    ".#vragen.md",
    "#vragen.md#",
    "vragen.md~",
    ".vragen.md.swp",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "__MACOSX/vragen.md",
    ".obsidian/app.json",
)
REFUSED = (
    "vragen.md.bak",
    "vragen.orig",
    "vragen.md.rej",
    "vragen.zip",
    "vragen.MD",
    "vragen.html",
    "vragen",
    ".htaccess",
    ".vragen.md",
)
# Bytes that no text can be, so that whoever reads them fails.
NO_TEXT = b"\x00\x05\x16\x07\xff\xfe\x81"


def unseen(text: str, kind: str = ".md") -> list[str]:
    return [f"{mistake.line}: {mistake.what}" for mistake in find_unseen(text.encode(), kind)]


def test_what_systems_leave_behind_is_passed_over(small_project: SmallProject) -> None:
    small_project.build()
    before = {path.relative_to(small_project.site) for path in small_project.site.rglob("*")}
    for folder in ("docs/nl", "docs/en", "data", "data/nl", "overrides/scripts"):
        for name in LEFT_BY_SYSTEMS:
            path = small_project.folder / folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(NO_TEXT)
    # A lock of Emacs leads nowhere.
    for lock in ("docs/en/.#blad.md", "overrides/scripts/.#main.js"):
        (small_project.folder / lock).symlink_to("somebody@somewhere.1234")
    (small_project.folder / "overrides/scripts/._main.js").write_bytes(NO_TEXT)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert {path.relative_to(small_project.site) for path in small_project.site.rglob("*")} == before


def test_any_other_file_is_refused_by_name_and_not_published(small_project: SmallProject) -> None:
    folders = ("docs", "docs/nl", "docs/en", "data", "data/nl", "overrides/scripts")
    for folder in (*folders, "overrides", "overrides/partials"):
        for name in REFUSED:
            if not (folder.startswith("overrides") and folder != "overrides/scripts" and name == "vragen.html"):
                (small_project.folder / folder / name).write_bytes(NO_TEXT)
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    said = "this file is no part of the site and is not published. Delete it, or move it elsewhere: here belong files"
    for folder in folders:
        for name in REFUSED:
            assert f"{folder}/{name}:1: {said}" in result.stderr
    for name in ("vragen.md.bak", "vragen.zip", "vragen.orig"):
        assert f"overrides/partials/{name}:1: {said} whose names end in .html, .xml, .txt." in result.stderr
    published = {path.relative_to(small_project.site).as_posix() for path in small_project.site.rglob("*")}
    assert [path for path in published if path.rpartition("/")[2] in REFUSED and path != "vragen"] == []


def test_nor_is_it_shown_while_somebody_writes(small_project: SmallProject) -> None:
    for name in ("vragen.md.bak", "vragen.html", "._vragen.md", "Thumbs.db"):
        (small_project.folder / "docs/nl" / name).write_bytes(NO_TEXT)
    # As `mkdocs serve` builds.
    settings, site = str(small_project.folder / "mkdocs.yml"), str(small_project.site)
    built = f"""
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config({settings!r}, site_dir={site!r}), serve_url="http://127.0.0.1:8000/")
"""
    subprocess.run([sys.executable, "-c", built], check=True, capture_output=True)
    assert (small_project.site / "vragen/index.html").exists()
    assert [*small_project.site.rglob("*vragen.*"), *small_project.site.rglob("Thumbs.db")] == []


def test_a_link_to_a_file_that_is_gone_is_refused(small_project: SmallProject) -> None:
    (small_project.folder / "docs/nl/weg.md").symlink_to("nowhere.md")
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    assert "docs/nl/weg.md:1: this file cannot be opened. Put it back, or remove the link to it." in result.stderr


def test_every_file_that_is_there_belongs_there() -> None:
    for name, wanted_instead in {
        "docs": check_page_file,
        "data": check_data_file,
        "overrides": check_template_file,
    }.items():
        folder = ROOT / name
        for path in folder.rglob("*"):
            if path.is_file():
                assert wanted_instead(path.relative_to(folder).as_posix()) is None, path


def test_settings_may_be_named_by_a_relative_path(small_project: SmallProject) -> None:
    (small_project.folder / "docs/nl/vragen.md.bak").write_bytes(NO_TEXT)
    small_project.look_at_translations()
    # As the Makefile names them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    result = subprocess.run(command, cwd=small_project.folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr, result.stderr
    assert "docs/nl/vragen.md.bak:1: this file is no part of the site" in result.stderr
    assert result.stderr.count("WARNING") == result.returncode == 1


@pytest.mark.parametrize("name", ["vragen.md", "index.md", "kaart.svg", "Icon.svg", "words.yml", "x~y.md"])
def test_a_source_is_not_taken_for_what_systems_leave(name: str) -> None:
    assert not is_left_by_system(name)


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u00ad", "U+00AD (SOFT HYPHEN)"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\u200d", "U+200D (ZERO WIDTH JOINER)"),
        ("\u2060", "U+2060 (WORD JOINER)"),
        ("\u200f", "U+200F (RIGHT-TO-LEFT MARK)"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2067", "U+2067 (RIGHT-TO-LEFT ISOLATE)"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("\U000e0061", "U+E0061 (TAG LATIN SMALL LETTER A)"),
        ("\u034f", "U+034F (COMBINING GRAPHEME JOINER)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\x00", "U+0000 (a control character)"),
        ("\x85", "U+0085 (a control character)"),
        ("\ufe0f", "U+FE0F (VARIATION SELECTOR-16)"),
        ("\u3164", "U+3164 (HANGUL FILLER)"),
        ("\ue000", "U+E000 (no character of Unicode)"),
    ],
)
def test_what_nobody_sees_is_named_with_its_line(tmp_path: Path, sign: str, name: str) -> None:
    assert unseen(f"Een\nge{sign}weld\n") == [f"2: {name} stands behind 'ge', where no reader and no check sees it."]
    (tmp_path / "a.md").write_text(f"Een\nge{sign}weld\n", "utf-8")
    assert read_text(tmp_path / "a.md") == "Een\ngeweld\n"


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("ge&shy;weld", ".md", "&shy;"),
        ("ge&shyweld", ".md", None),
        ("ge&#173;weld", ".yml", "&#173;"),
        ("ge&#x200B;weld", ".html", "&#x200B;"),
        ('---\ntitle: "ge\\xADweld"\n---\n', ".md", "\\xAD"),
        ('    title: "ge\\u200bweld"\n', ".md", "\\u200b"),
        ('a: "ge\\U000000ADweld"\n', ".yml", "\\U000000AD"),
    ],
)
def test_writing_it_by_its_number_hides_nothing_either(text: str, kind: str, written: str | None) -> None:
    (found,) = unseen(text, kind)
    assert written is None or f"is written here as {written}, where no reader" in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("één «twee» – ‘drie’… ✓\tvier\u00a0vijf", ".md"),
        ("Tom &amp; Jo &nbsp; &copy; R&D", ".md"),
        ('```\n"zei\\u200b oma"\n```', ".md"),
        ("const WIDTH = '\\u200b';", ".js"),
        ('---\ntitle: a\n---\nSchrijf "\\u200b".', ".md"),
    ],
)
def test_what_can_be_seen_is_left_alone(text: str, kind: str) -> None:
    assert unseen(text, kind) == []


def test_a_lost_character_is_told() -> None:
    (found,) = unseen("een\nd\ufffd\ufffdn")
    assert found == "2: U+FFFD (REPLACEMENT CHARACTER) stands behind 'd', where a character was lost."


def test_a_file_that_is_not_utf_8_is_told_with_the_first_line_that_shows_it() -> None:
    (found,) = find_unseen("een\r\nideeën\r\nzoëven".encode("cp1252"), ".md")
    assert (found.line, found.what) == (
        2,
        "the file is not UTF-8: this line has the byte EB, which is 'ë' in Windows-1252.",
    )
    (found,) = find_unseen("een".encode("utf-16"), ".md")
    assert (found.line, found.what) == (1, "the file is UTF-16, not UTF-8.")


PLACES = {
    "a title": ("docs/nl/vragen.md", "title: Vragen", "title: Ge{}weld", 2),
    "a page": ("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het mete{}en.", 13),
    "a sheet's field": ("docs/nl/blad.md", "] quiet |", "] qui{}et |", 30),
    "a name of a form": ("data/form-names.yml", "safe-now/ask-safe", "safe-now/ask{}-safe", 3),
    "the glossary": ("data/glossary.yml", "nl: ", "nl{}: ", None),
    "a term": ("data/nl/terms.yml", ": ", "{}: ", None),
    "the words of the interface": ("data/en/words.yml", ": ", "{}: ", None),
    "the site's name": ("mkdocs.yml", "site_name: Houvast", "site_name: Hou{}vast", 3),
    "a script": ("overrides/scripts/main.js", "import", "im{}port", None),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_soft_hyphen_in_any_source_stops_the_build(small_project: SmallProject, place: str) -> None:
    path, old, new, line = PLACES[place]
    small_project.change(path, old, new.format("\u00ad"))
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    told = [text for text in result.stderr.splitlines() if "U+00AD (SOFT HYPHEN)" in text]
    assert len(told) == 1
    assert f"{path}:{line or ''}" in told[0]
    assert told[0].endswith("Delete it: put the cursor behind it and press Backspace.")
    if place == "a title":
        assert "docs/nl/vragen.md:2: the tab's title says 'geweld'." in result.stderr


@pytest.mark.parametrize(
    "path", ["docs/en/vragen.md", "data/helplines.yml", "data/en/words.yml", "overrides/styles/base/page.css"]
)
def test_a_byte_order_mark_is_told_and_moves_nothing(small_project: SmallProject, path: str) -> None:
    file = small_project.folder / path
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    result = small_project.build()
    assert result.returncode != 0
    (told,) = [line for line in result.stderr.splitlines() if "WARNING" in line]
    assert f"{path}:1: the file begins with a byte order mark (U+FEFF), which hides its first line." in told
    assert (small_project.site / "en/asking/index.html").exists()


def test_a_byte_order_mark_in_mid_file_takes_no_heading_away(small_project: SmallProject) -> None:
    small_project.change("docs/nl/vragen.md", "# Vragen", "\ufeff# Vragen")
    result = small_project.build()
    (told,) = [line for line in result.stderr.splitlines() if "WARNING" in line]
    assert "docs/nl/vragen.md:7: U+FEFF (ZERO WIDTH NO-BREAK SPACE) stands at the start of this line" in told
    assert "<h1" in (small_project.site / "vragen/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["docs/en/vragen.md", "data/sources.yml", "data/nl/standing.yml", "overrides/scripts/main.js"]
)
def test_a_file_in_another_encoding_stops_the_build_with_its_line(small_project: SmallProject, path: str) -> None:
    file = small_project.folder / path
    text = file.read_bytes()
    remark = {".md": b"\n\xeb\n", ".yml": b"\n# \xeb\n", ".js": b"\n// \xeb\n"}[file.suffix]
    file.write_bytes(text + remark)
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    line = text.count(b"\n") + 2
    said = f"{path}:{line}: the file is not UTF-8: this line has the byte EB, which is 'ë' in Windows-1252. Save it"
    assert said in result.stderr
