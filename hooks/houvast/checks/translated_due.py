"""Finds the translations of which the text in the first language has changed since somebody compared the two."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.translated_marks import FILE, Marks
from houvast.authoring.translated_units import Texts, Unit, file_of_key, page_of_key
from houvast.data.data_folder import language_file
from houvast.data.problem import Problem


def translation_of(unit: Unit, first: Texts, here: Texts) -> Unit | None:
    """The unit that is the translation of another, or None where it is not there.

    A section has no id: the same one of as many is its translation. Where a page has more or fewer sections, the
    translation cannot be told, and what stands outside its blocks is given.
    """
    if unit.kind != "section":
        return here.units.get(unit.key)
    ours, theirs = here.sections.get(unit.file, []), first.sections[unit.file]
    keys = [section.key for section in theirs]
    return ours[keys.index(unit.key)] if len(ours) == len(keys) else here.units.get(page_of_key(unit.key))


def due(first: Texts, here: Texts, marks: Marks) -> Iterator[Problem]:
    """Compare the marks of one language with what the first language says now.

    Args:
        first: The texts of the first language.
        here: Those of another.
        marks: What its translations were made from.

    Yields:
        A problem for each text of the first language that changed or came, and for each that went. Of a page that
        came or went there is one. What is there in one language only is told by other checks.
    """
    known = {page_of_key(key) for key in marks.by_key}
    for key, unit in first.units.items():
        found, page = translation_of(unit, first, here), page_of_key(key)
        if found is None or unit.mark in marks.by_key.get(key, ()):
            continue
        if key in marks.by_key:
            yield _changed(unit, found, first, here, marks)
        elif page in known or page.startswith("data/"):
            yield _new(unit, found, first, here)
        elif key == page:
            what = f"nobody has said that this page was translated from {first.path(unit.file)}."
            yield Problem(here.path(unit.file), 1, what, f"Compare the two, then run `{_command(here, page)}`.")
    yield from _gone(first, here, marks)


def _gone(first: Texts, here: Texts, marks: Marks) -> Iterator[Problem]:
    pages, told = {page_of_key(key) for key in first.units}, set()
    for key, line in marks.lines.items():
        page, other = page_of_key(key), here.units.get(key)
        if key in first.units or page in told or (other is not None and other.kind != "section"):
            continue
        file = first.path(file_of_key(key))
        if page in pages:
            what, command = f"{file} has no '{key.partition(':')[2]}' any more.", _command(here, key)
        else:
            told.add(page)
            what, command = f"{file} is not there any more.", _command(here, page)
        remedy = f"See that its translation is gone too, then run `{command}`, or remove what is named so here."
        yield Problem(language_file(here.language, FILE), line, what, remedy)


def _changed(unit: Unit, found: Unit, first: Texts, here: Texts, marks: Marks) -> Problem:
    what = f"{unit.called} has changed in {first.place(unit)} since it was translated."
    remedy = (
        f"Change it here too where need be, then run `{_command(here, unit.key)}`, "
        f"or write {unit.mark} in {language_file(here.language, FILE)}:{marks.lines[unit.key]}."
    )
    return Problem(here.path(found.file), found.line, what, remedy)


def _new(unit: Unit, found: Unit, first: Texts, here: Texts) -> Problem:
    what = f"nobody has said that {unit.called} was translated from {first.place(unit)}."
    remedy = (
        f"Compare the two, then run `{_command(here, unit.key)}`, "
        f"or add the line `{unit.key} {unit.mark}` to {language_file(here.language, FILE)}."
    )
    return Problem(here.path(found.file), found.line, what, remedy)


def _command(here: Texts, key: str) -> str:
    return f"make translated ONLY={here.language}/{key}"
