"""The names of forms and fields are promises: a file that a reader kept is read by them for as long as it exists."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import entries, line_of, read_yaml, read_yaml_tree

LineOf = Callable[[str, str], tuple[str, int]]

# A row or column of a table, or a blank of a sentence, behind the name of the whole field.
_PIECE = re.compile(r"([^/@=]+/[^/@=]+)[/@].+")


@dataclass(frozen=True)
class FormNames:
    """What was promised of one form.

    Attributes:
        line: Where the form stands in the registry, counted from 1.
        names: Every name that a file may hold.
        renamed: Names of earlier versions, with their new ones.
        retired: Names of earlier versions that nothing has any more, with a label per language.
        lines: Where each of these names stands in the registry.
    """

    line: int
    names: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line of a name, or of the form where the name is not there."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True)
class EarlierNames:
    """What the page of a form has to know to read a file of an earlier version of it.

    Attributes:
        renamed: Names of earlier versions, with their new ones.
        retired: Names of earlier versions that nothing has any more, with a label in the language of the page.
        former: The names that the form itself had.
    """

    renamed: Mapping[str, str]
    retired: Mapping[str, str]
    former: tuple[str, ...]

    def without_parts(self, elsewhere: Collection[str]) -> EarlierNames:
        """Leave out what only other pages of the form need, which carry their own answers along as they are.

        Args:
            elsewhere: The first parts of names that stand on other pages, such as the ids of other modules.
        """

        def is_here(*names: str) -> bool:
            return any(name.partition("/")[0] not in elsewhere for name in names)

        renamed = {old: new for old, new in self.renamed.items() if is_here(old, new)}
        return EarlierNames(
            renamed, {name: label for name, label in self.retired.items() if is_here(name)}, self.former
        )


@dataclass(frozen=True)
class NameRegistry:
    """All promised names, by form, with the forms that were renamed or taken off the site."""

    forms: Mapping[str, FormNames]
    renamed_forms: Mapping[str, str]
    retired_forms: tuple[str, ...]

    def former_names(self, form: str) -> list[str]:
        """The names that a form had before."""
        return [old for old, new in self.renamed_forms.items() if new == form]

    def earlier_names(self, form: str, language: str) -> EarlierNames | None:
        """Give what the page of a form has to know of earlier versions of it.

        Args:
            form: The id of the form.
            language: The language of the page; a retired name without a label in it stands for itself.

        Returns:
            The names of earlier versions; None where nothing was promised of the form, or nothing of it has changed.
        """
        promised, former = self.forms.get(form), self.former_names(form)
        if promised is None or not (promised.renamed or promised.retired or former):
            return None
        retired = {name: labels.get(language, name) for name, labels in promised.retired.items()}
        return EarlierNames(promised.renamed, retired, tuple(former))


def load_names(path: Path) -> NameRegistry:
    """Read the registry; see the top of the file for its form."""
    text = read_text(path)
    data = read_yaml(text)
    nodes = [entry for top, _, forms in entries(read_yaml_tree(text)) if top == "forms" for entry in entries(forms)]
    forms = {
        form: FormNames(
            line=line,
            names=tuple(data["forms"][form]["names"]),
            renamed=data["forms"][form].get("renamed", {}),
            retired=data["forms"][form].get("retired", {}),
            lines=dict(_lines(node)),
        )
        for form, line, node in nodes
    }
    return NameRegistry(forms, data["renamed_forms"], tuple(data["retired_forms"]))


def _lines(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """The lines of the names that were promised, renamed or retired; of one that is there more than once the last."""
    for _, _, part in entries(node):
        if isinstance(part, yaml.SequenceNode):
            yield from ((str(name.value), line_of(name)) for name in part.value)
        yield from ((name, line) for name, line, _ in entries(part))


def check_names(
    registry: NameRegistry, current: Mapping[str, Collection[str]], registry_file: str, line_of: LineOf
) -> list[Problem]:
    """Compare what the forms hold with what was promised.

    Args:
        registry: What was promised.
        current: The names that each form holds now.
        registry_file: The file of the registry, for messages.
        line_of: Gives file and line of a name, by the id of its form and itself.

    Returns:
        A problem for each form with names that were never promised, and for each with names that were and are gone
        without a word.
    """
    problems: list[Problem] = []
    for form, names in current.items():
        known = frozenset(registry.forms.get(form, FormNames(1)).names)
        if new := [name for name in names if name not in known]:
            path, line = line_of(form, new[0])
            what = f"names of the form '{form}' are not in the list of promised names: {', '.join(new)}."
            remedy = f"Add them in {registry_file} under forms, {form}, names; or correct them here."
            problems.append(Problem(path, line, what, remedy))
    for form, promised in registry.forms.items():
        problems += _broken_promises(form, promised, registry, current, registry_file)
    for old, new_form in registry.renamed_forms.items():
        if old not in registry.forms and new_form not in current:
            what = f"the form '{old}' is renamed to '{new_form}', which is not there."
            problems.append(Problem(registry_file, 1, what, "Correct it under renamed_forms."))
    return problems


def _broken_promises(
    form: str, promised: FormNames, registry: NameRegistry, current: Mapping[str, Collection[str]], path: str
) -> list[Problem]:
    if form not in current:
        if form in registry.retired_forms or registry.renamed_forms.get(form) in current:
            return []
        what = f"the form '{form}' is gone, and files that readers kept name it."
        remedy = f"Put it back, or add `{form}: new-name` under renamed_forms, or `{form}` under retired_forms."
        return [Problem(path, promised.line, what, remedy)]
    problems = []
    gone = [
        name
        for name in dict.fromkeys((*promised.names, *promised.renamed))
        if name not in current[form]
        and name not in promised.retired
        and promised.renamed.get(name) not in current[form]
        and not _is_whole_field(promised.renamed.get(name, ""), current[form])
    ]
    if gone:
        what = f"names of the form '{form}' are gone, and files that readers kept hold them: {', '.join(gone)}."
        remedy = (
            'Put them back, or add each as `"old": "new"` under its `renamed`, or as '
            '`"old": {nl: …, en: …}` under its `retired`.'
        )
        problems.append(Problem(path, promised.line_of(gone[0]), what, remedy))
    for old, new in promised.renamed.items():
        here, there = _PIECE.fullmatch(old), _PIECE.fullmatch(new)
        if here and there and here[1] != there[1] and promised.renamed.get(here[1]) != there[1]:
            what = f"'{old}' of the form '{form}' is renamed, and the field that it belongs to is not."
            remedy = f'Add `"{here[1]}": "{there[1]}"` under its `renamed`.'
            problems.append(Problem(path, promised.line_of(old), what, remedy))
    return problems


def _is_whole_field(name: str, names: Collection[str]) -> bool:
    """Whether a name is that of a table or a sentence: a file holds it, and the names are those of its pieces."""
    return any((piece := _PIECE.fullmatch(other)) and piece[1] == name for other in names)
