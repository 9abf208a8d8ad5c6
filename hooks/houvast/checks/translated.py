"""Says that translations were looked at: `make translated`, for all or for what is named.

    python -m houvast.checks.translated SETTINGS [NAME…]

A name is that of a message of the build, as `en/werk/openen:safe-now`; or a page (`en/werk/openen`), a language (`en`),
or any of these without the language, for all languages that are translated; or the id of a tip by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from houvast.authoring.translated_marks import FILE, load_marks, write_marks
from houvast.authoring.translated_units import Texts, page_of_key, read_texts
from houvast.checks.translated_due import translation_of
from houvast.data.data_folder import FOLDER, language_file
from houvast.data.source_text import read_text
from houvast.data.suggestion import did_you_mean
from houvast.data.yaml_files import read_settings_file


class LookError(Exception):
    """What was asked cannot be done; says why."""


def main(arguments: Sequence[str]) -> int:
    """Write the marks and say of which texts; gives the exit status."""
    settings = Path(arguments[0])
    try:
        for line in look_at(settings, arguments[1:]):
            print(line)
    except LookError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def look_at(settings: Path, names: Sequence[str] = ()) -> list[str]:
    """Write that translations say what the first language says now.

    Args:
        settings: The site's settings, mkdocs.yml.
        names: What was looked at, see above; everything where nothing is named.

    Returns:
        A line for each language: in which file how many texts were marked.

    Raises:
        LookError: A page has mistakes, nothing is called so, or what is called so is not translated. Nothing is written
            then.
    """
    first, *others = _read_languages(settings)
    files = {here.language: language_file(here.language, FILE) for here in others}
    wanted = [_plain(name, first.root) for name in names]
    old = {language: load_marks(settings.parent / file, file)[0].by_key for language, file in files.items()}
    known = {here.language: {*first.units, *old[here.language]} for here in others}
    for name in wanted:
        if not any(_is_meant(key, language, name) for language, keys in known.items() for key in keys):
            raise LookError(_unknown(name, known))
    new = {here.language: _new_marks(first, here, old[here.language], wanted) for here in others}
    said = []
    for here in others:
        before, after = old[here.language], new[here.language]
        write_marks(settings.parent / files[here.language], after)
        changed = sum(before.get(key) != after.get(key) for key in {*before, *after})
        left = len(first.units.keys() - here.units.keys() - after.keys())
        rest = f" Not translated yet: {left}." if left else ""
        said.append(f"{files[here.language]}: {changed} of {len(after)} texts are marked anew.{rest}")
    return said


def _read_languages(settings: Path) -> list[Texts]:
    """The texts of all languages, the first one first."""
    said = read_settings_file(read_text(settings))
    docs, data = settings.parent / said["docs_dir"], settings.parent / FOLDER
    languages = sorted(said["plugins"]["i18n"]["languages"], key=lambda entry: not entry.get("default"))
    read = [read_texts(docs, data, entry["locale"], said["docs_dir"]) for entry in languages]
    if problems := [problem for _, found in read for problem in found]:
        raise LookError("\n".join(map(str, problems)))
    return [texts for texts, _ in read]


def _new_marks(first: Texts, here: Texts, old: Mapping[str, set[str]], wanted: Sequence[str]) -> dict[str, set[str]]:
    new: dict[str, set[str]] = {}
    for key in {**first.units, **old}:
        unit, found = first.units.get(key), old.get(key, set())
        if wanted and not any(_is_meant(key, here.language, name) for name in wanted):
            # Of two marks that a merge left, the one that holds is enough.
            new[key] = {unit.mark} if unit is not None and unit.mark in found else found
        elif unit is not None and translation_of(unit, first, here) is not None:
            new[key] = {unit.mark}
        elif unit is not None and any(name.endswith(f":{unit.name}") or name == unit.name for name in wanted):
            file = here.path(unit.file)
            raise LookError(f"{first.place(unit)}: {unit.called} is not in {file}. Translate it first.")
    return {key: marks for key, marks in new.items() if marks}


def _plain(name: str, root: str) -> str:
    """A name without what may be written before and behind a file's."""
    page, colon, unit = name.removeprefix("./").removeprefix(f"{root}/").partition(":")
    return page.removesuffix(".md").removesuffix(".yml").rstrip("/") + colon + unit


def _is_meant(key: str, language: str, name: str) -> bool:
    page, _, unit = key.partition(":")
    return name in (language, *(start + end for start in ("", f"{language}/") for end in (key, page)), unit or key)


def _unknown(name: str, known: Mapping[str, Collection[str]]) -> str:
    names = {
        start + end
        for language, keys in known.items()
        for key in keys
        for start in ("", f"{language}/")
        for end in (key, page_of_key(key), key.partition(":")[2])
    }
    hint = did_you_mean(name, names, "Copy the name from the message of `make serve`.")
    return f"No text is called '{name}'. {hint}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
