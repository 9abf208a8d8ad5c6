"""The names of forms and fields are promises: a file that a reader kept is read by them for as long as it exists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tipsite.problem import Problem

_FORM = re.compile(r"^  ([a-z0-9-]+):", re.MULTILINE)

LineOf = Callable[[str], tuple[str, int]]


@dataclass(frozen=True)
class FormNames:
    """What was promised of one form.

    Attributes:
        line: Where its names begin in the registry, counted from 1.
        names: Every name that a file may hold.
        renamed: Names of earlier versions, with their new ones.
        retired: Names of earlier versions that nothing has any more, with a label per language.
    """

    line: int
    names: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class NameRegistry:
    """All promised names, by form, with the forms that were renamed or taken off the site."""

    forms: Mapping[str, FormNames]
    renamed_forms: Mapping[str, str]
    retired_forms: tuple[str, ...]

    def former_names(self, form: str) -> list[str]:
        """The names that a form had before."""
        return [old for old, new in self.renamed_forms.items() if new == form]


def load_names(path: Path) -> NameRegistry:
    """Reads the registry; see the top of the file for its form."""
    text = path.read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text) or {}
    lines = {
        line.strip().rstrip(":"): number for number, line in enumerate(text.split("\n"), 1) if line[:3] == "  "[:2]
    }
    return NameRegistry(
        forms={
            form: FormNames(
                line=lines.get(form, 1),
                names=tuple(entry.get("names") or ()),
                renamed=entry.get("renamed") or {},
                retired=entry.get("retired") or {},
            )
            for form, entry in (data.get("forms") or {}).items()
        },
        renamed_forms=data.get("renamed_forms") or {},
        retired_forms=tuple(data.get("retired_forms") or ()),
    )


def check_names(
    registry: NameRegistry, current: Mapping[str, list[str]], registry_file: str, line_of: LineOf
) -> list[Problem]:
    """Compares what the forms hold with what was promised.

    Args:
        registry: What was promised.
        current: The names that each form holds now.
        registry_file: The file of the registry, for messages.
        line_of: Gives file and line of a form, by its id.

    Returns:
        A problem for each name that was never promised, and for each that was and is gone without a word.
    """
    problems: list[Problem] = []
    for form, names in current.items():
        promised = registry.forms.get(form, FormNames(1))
        if new := [name for name in names if name not in promised.names]:
            path, line = line_of(form)
            what = f"names of the form '{form}' are not in the list of promised names: {', '.join(new)}."
            remedy = f"Add them in {registry_file} under forms, {form}, names; or correct them here."
            problems.append(Problem(path, line, what, remedy))
    for form, promised in registry.forms.items():
        problems += _broken_promises(form, promised, registry, current, registry_file)
    return problems


def _broken_promises(
    form: str, promised: FormNames, registry: NameRegistry, current: Mapping[str, list[str]], path: str
) -> list[Problem]:
    if form not in current:
        if form in registry.retired_forms or registry.renamed_forms.get(form) in current:
            return []
        what = f"the form '{form}' is gone, and files that readers kept name it."
        remedy = f"Put it back, or add `{form}: new-name` under renamed_forms, or `{form}` under retired_forms."
        return [Problem(path, promised.line, what, remedy)]
    problems = []
    for name in promised.names:
        if name in current[form] or name in promised.retired or promised.renamed.get(name) in current[form]:
            continue
        what = f"the name '{name}' of the form '{form}' is gone, and files that readers kept hold it."
        remedy = (
            f'Put it back, or add `"{name}": "new-name"` under its `renamed`, or '
            f'`"{name}": {{nl: …, en: …}}` under its `retired`.'
        )
        problems.append(Problem(path, promised.line, what, remedy))
    return problems
