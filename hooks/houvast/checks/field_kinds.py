"""Checks that each kind of field that an author can write has a template, and each template a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from houvast.authoring.worksheet_fields import IN_TABLES, KINDS, written_kind
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.model.field_kinds import CELLS, FIELDS, SCRIPTS, FieldElement, read_field_elements
from houvast.model.worksheets import ONLY_ON_PAPER, Table, Text

# A row has no element of its own: it is a part of its table.
_NO_FIELD = "row"


def check_field_kinds(root: Path, templates: Path) -> Iterator[Problem]:
    """Check that nothing of a kind of field is missing: on a page it would stop that field.

    Args:
        root: The project's folder.
        templates: The folder of the templates, styles and scripts.
    """
    elements = read_field_elements(templates)
    with_elements = {element.template for element in elements}
    folder = templates.relative_to(root).as_posix()
    kinds = [kind for kind in KINDS.values() if kind != _NO_FIELD]
    called = {kind: f"the kind of field {written_kind(kind)}" for kind in kinds}
    for kind, name in {**called, Table.kind: "a table", Text.kind: "a text between fields"}.items():
        template = f"{FIELDS}/{kind}.html"
        if not (templates / template).is_file():
            yield Problem(
                f"{folder}/{template}", 1, f"{name} has no template.", "Make this file, like those beside it."
            )
        elif kind != Text.kind and template not in with_elements:
            what = f"the template of {name} has no element with data-field."
            yield Problem(f"{folder}/{template}", 1, what, "Put it on the element that holds all of the field.")
    for kind in IN_TABLES:
        template = f"{CELLS}/{kind}.html"
        if kind not in (_NO_FIELD, ONLY_ON_PAPER) and not (templates / template).is_file():
            what = f"{called[kind]} can stand in a table, and has no template for a cell."
            yield Problem(f"{folder}/{template}", 1, what, "Make this file, like those beside it.")
    for element in elements:
        yield from _check_script(element, templates, folder)


def _check_script(element: FieldElement, templates: Path, folder: str) -> Iterator[Problem]:
    path = f"{folder}/{element.template}"
    if not element.kind:
        what = "this field does not say of which kind it is."
        yield Problem(path, element.line, what, 'Write `data-kind="…"` straight behind `data-field="…"`.')
    elif (script := element.script(templates)) is None:
        what = f'data-kind="{element.kind}" has no script.'
        places = " or ".join(f"{folder}/{SCRIPTS}/{place}/{element.script_name}" for place in element.script_folders)
        yield Problem(path, element.line, what, f"Make {places}, or name the kind of another script.")
    elif f"\nexport class {element.class_name} " not in "\n" + read_text(templates / SCRIPTS / script):
        what = f'the script of data-kind="{element.kind}" has no class {element.class_name}.'
        remedy = f"Begin it with `export class {element.class_name} extends FormField`."
        yield Problem(f"{folder}/{SCRIPTS}/{script}", 1, what, remedy)
