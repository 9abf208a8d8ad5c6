"""The kinds of fields: each has a template, whose element names the script that makes it work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from houvast.data.source_text import read_text

FRAGMENTS = "fragments"
FIELDS = f"{FRAGMENTS}/fields"
CELLS = f"{FIELDS}/cells"
SCRIPTS = "scripts"
# The folders of the scripts that every form has, and of those that only the training has.
FORM_SCRIPTS = "fields"
TRAINING_SCRIPTS = "training"

_ELEMENT = re.compile(r'\bdata-field="[^"]*"(?: data-kind="([a-z-]+)")?')


@dataclass(frozen=True)
class FieldElement:
    """An element of a template in which something is filled in.

    Attributes:
        template: The template, relative to the folder of all templates.
        line: Its line there.
        kind: What kind of field it says to be, by which its script is found; empty where it does not.
    """

    template: str
    line: int
    kind: str

    @property
    def script_folders(self) -> tuple[str, ...]:
        """The folders where its script can be, below that of all scripts."""
        is_training = self.template.startswith(f"{FRAGMENTS}/{TRAINING_SCRIPTS}/")
        return (FORM_SCRIPTS, TRAINING_SCRIPTS) if is_training else (FORM_SCRIPTS,)

    @property
    def script_name(self) -> str:
        """The name of its script."""
        return f"{self.kind}-field.js"

    @property
    def class_name(self) -> str:
        """The name of the class in it."""
        return "".join(word.capitalize() for word in self.kind.split("-")) + "Field"

    def script(self, templates: Path) -> str | None:
        """Give the path of its script below the folder of all scripts, if it is there."""
        paths = (f"{folder}/{self.script_name}" for folder in self.script_folders)
        return next((path for path in paths if (templates / SCRIPTS / path).is_file()), None)


def read_field_elements(templates: Path) -> list[FieldElement]:
    """Read which elements of templates are fields, from the folder of all templates."""
    elements = []
    for path in sorted((templates / FRAGMENTS).rglob("*.html")):
        text = read_text(path)
        for found in _ELEMENT.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            elements.append(FieldElement(path.relative_to(templates).as_posix(), line, found[1] or ""))
    return elements


def scripts_of_kinds(templates: Path, folder: str) -> dict[str, FieldElement]:
    """Give the kinds whose script is in one of the two folders, each with an element that names it."""
    elements = sorted(read_field_elements(templates), key=lambda element: element.kind)
    return {
        element.kind: element for element in elements if element.script(templates) == f"{folder}/{element.script_name}"
    }
