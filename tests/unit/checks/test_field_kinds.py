"""A kind of field without its template or its script stops the build, which says what to make."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from houvast.authoring.worksheet_fields import KINDS, written_kind
from houvast.checks.field_kinds import check_field_kinds
from project_root import ROOT
from site_languages import WHOLE

FIELDS = "overrides/fragments/fields"
SCRIPTS = "overrides/scripts"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the templates and scripts of the site."""
    for name in ("fragments", "scripts"):
        shutil.copytree(ROOT / "overrides" / name, tmp_path / "overrides" / name)
    return tmp_path


def problems_of(project: Path) -> list[str]:
    return [str(problem) for problem in check_field_kinds(project, project / "overrides")]


def test_every_kind_has_its_template_and_its_script() -> None:
    assert problems_of(ROOT) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind != "row"])
def test_a_kind_without_a_template_is_named(project: Path, kind: str) -> None:
    (project / FIELDS / f"{kind}.html").unlink()
    (problem,) = problems_of(project)
    assert problem.startswith(f"{FIELDS}/{kind}.html:1: the kind of field {written_kind(kind)} has no template. Make")


@pytest.mark.parametrize("kind", ["table", "words"])
def test_what_holds_fields_has_a_template_too(project: Path, kind: str) -> None:
    (project / FIELDS / f"{kind}.html").unlink()
    (problem,) = problems_of(project)
    assert problem.startswith(f"{FIELDS}/{kind}.html:1: a t")


def test_a_kind_that_can_stand_in_a_table_has_a_template_for_a_cell(project: Path) -> None:
    (project / FIELDS / "cells/date.html").unlink()
    (problem,) = problems_of(project)
    assert problem == (
        f"{FIELDS}/cells/date.html:1: the kind of field [date] can stand in a table, and has no template for a cell."
        " Make this file, like those beside it."
    )


def test_a_new_kind_is_asked_for_its_template_and_its_cell(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "moon", "moon")
    (problem,) = problems_of(project)
    assert problem.startswith(f"{FIELDS}/moon.html:1: the kind of field [moon] has no template.")
    (project / FIELDS / "moon.html").write_text(
        '<p>\n<b data-field="{{ field_name }}" data-kind="moon"></b></p>', "utf-8"
    )
    (problem,) = problems_of(project)
    assert problem == (
        f'{FIELDS}/moon.html:2: data-kind="moon" has no script. Make {SCRIPTS}/fields/moon-field.js,'
        " or name the kind of another script."
    )
    (project / SCRIPTS / "fields/moon-field.js").write_text("export class Moon {}\n", "utf-8")
    (problem,) = problems_of(project)
    assert problem == (
        f'{SCRIPTS}/fields/moon-field.js:1: the script of data-kind="moon" has no class MoonField.'
        " Begin it with `export class MoonField extends FormField`."
    )
    (project / SCRIPTS / "fields/moon-field.js").write_text("export class MoonField {}\n", "utf-8")
    assert problems_of(project) == []


@pytest.mark.parametrize(
    ("template", "old", "new", "says"),
    [
        ("fields/date.html", ' data-kind="date"', "", "this field does not say of which kind it is. Write"),
        ("fields/date.html", 'data-kind="date"', 'data-kind="{{ kind }}"', "this field does not say of which kind"),
        ("fields/date.html", "data-field", "data-fields", "the template of the kind of field [date] has no element"),
        ("forms/worksheet.html", 'data-kind="tick"', 'data-kind="step"', 'data-kind="step" has no script. Make'),
        ("training/case.html", 'data-kind="step"', 'data-kind="stap"', 'data-kind="stap" has no script. Make'),
    ],
)
def test_an_element_that_no_script_is_found_by_is_named(
    project: Path, template: str, old: str, new: str, says: str
) -> None:
    path = project / "overrides/fragments" / template
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text.count("\n", 0, text.index(old)) + 1
    (problem,) = problems_of(project)
    assert problem.startswith(f"overrides/fragments/{template}:{line}: {says}")


@pytest.mark.parametrize("language", WHOLE)
def test_the_page_for_contributors_shows_every_kind(language: str) -> None:
    page = (ROOT / f"docs/{language}/over/bijdragen.md").read_text("utf-8")
    assert [
        kind
        for kind in KINDS.values()
        if f"`{written_kind(kind)}`" not in page and f"- {written_kind(kind)} " not in page
    ] == []
