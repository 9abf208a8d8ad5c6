"""While somebody writes, only what changed is built, and what is shown is what a whole build would show."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from forked_build import forked
from project_root import ROOT
from rebuilt_project import main
from small_project import SmallProject
from test_properdocs import differing_files

# What pages show of each other, and their own texts.
_SHOWN = re.compile(r"(?m)^(?:/{3,} (?:tip|part|group|question|case) \|.*|- \[[ ?]\] [\w-]+ \|.*|[A-Z].*\.)$")


def rebuild(project: Path, folder: Path, texts: dict[str, str]) -> str:
    """Build a project, change files, build what changed, and give what was built; the sites are the same after it."""
    sites = (folder / "rebuilt", folder / "whole")
    result = forked(lambda: main(project, *sites, texts), project, {})
    assert result.returncode == 0, result.stderr
    assert differing_files(*sites) == []
    return result.stdout.split()[0]


def said_otherwise(source: str) -> str:
    """A page with other words in its titles, items and texts."""
    front, above, text = source.partition("\n---\n")
    return front + above + _SHOWN.sub(lambda found: f"{found[0]} Nieuw.", text)


def changed(project: SmallProject, path: str, old: str, new: str) -> dict[str, str]:
    text = (project.folder / path).read_text("utf-8")
    assert old in text
    return {path: text.replace(old, new, 1)}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het vandaag."),
        ("docs/nl/vragen.md", "Alleen als niemand meeluistert.", "Alleen als je samen alleen bent."),
        ("docs/en/vragen.md", "I know the number.", "I have the number."),
        ("docs/nl/blad.md", "Wie vult dit in?", "Wie schrijft dit op?"),
    ],
)
def test_the_text_of_a_page_is_built_anew_with_all_that_shows_it(
    small_project: SmallProject, tmp_path: Path, path: str, old: str, new: str
) -> None:
    assert rebuild(small_project.folder, tmp_path, changed(small_project, path, old, new)) == "pages"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/nl/vragen.md", "title: Vragen", "title: Vraag maar"),
        ("docs/nl/vragen.md", "//// tip | Spreek", "/// note | Nog iets\nEn dan.\n///\n\n//// tip | Spreek"),
        ("data/nl/words.yml", "copy_button: ", "copy_button: Nu "),
    ],
)
def test_where_more_changed_than_the_text_everything_is(
    small_project: SmallProject, tmp_path: Path, path: str, old: str, new: str
) -> None:
    assert rebuild(small_project.folder, tmp_path, changed(small_project, path, old, new)) == "all"


def test_a_new_page_is_there(small_project: SmallProject, tmp_path: Path) -> None:
    text = "---\ntitle: Meer\ndescription: Meer.\nchecked: 2026-11-22\n---\n# Meer\n"
    assert rebuild(small_project.folder, tmp_path, {"docs/nl/meer.md": text}) == "all"
    assert (tmp_path / "rebuilt/meer/index.html").exists()


@pytest.mark.build
def test_on_the_whole_site_every_page_shows_what_changed_anywhere(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    (project / "hooks").symlink_to(ROOT / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", project)
    # One page of each folder, in both languages.
    pages = {folder: min(folder.glob("[!i]*.md"), default=None) for folder in (project / "docs").rglob("*")}
    texts = {
        page.relative_to(project).as_posix(): said_otherwise(page.read_text("utf-8"))
        for page in pages.values()
        if page is not None
    }
    assert rebuild(project, tmp_path, texts) == "pages"
