"""The words of the interface (buttons, notes, labels), one file per language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from houvast.data.data_folder import language_file
from houvast.data.languages import has_plurals, load_language
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree

FILE = "words.yml"
# Words that hooks use by name.
_USED_BY_HOOKS = ("tip.permalink", "not_found", "leave", "package")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_IN_TEMPLATE = re.compile(r"(?<![\w./-])words\.([a-z_]+(?:\.[a-z_]+)?)")


def load_words(path: Path) -> dict[str, Any]:
    """Read the words of one language."""
    words: dict[str, Any] = read_yaml(read_text(path))
    return words


def check_words(root: Path, languages: Collection[str], templates: Path) -> Iterator[Problem]:
    """Check that each language has every word that is used, and that all have the same.

    Args:
        root: The project's folder.
        languages: Those that the site is built in, the first one first.
        templates: The folder of the templates.
    """
    first, *others = (root / language_file(language, FILE) for language in languages)
    own = {*_with_groups(load_words(first))}
    for word, user in {**dict.fromkeys(_USED_BY_HOOKS, "the build"), **_used_in(templates, root)}.items():
        if word not in own:
            place, line = first.relative_to(root).as_posix(), _line(first, word)
            yield Problem(
                place, line, f"the word '{word}' is missing, and {user} uses it.", "Add it in every language."
            )
    for other in others:
        yield from _compare(other, first, root)
    counted = [key for key, _ in _with_forms(load_words(first))]
    for path in (first, *others):
        yield from _wrong_plurals(path, counted, path.relative_to(root).as_posix())


def _compare(path: Path, model: Path, root: Path) -> Iterator[Problem]:
    """Compare the words of a language with those of the first one."""
    ours, theirs = dict(_flatten(load_words(path))), dict(_flatten(load_words(model)))
    place, model_place = (file.relative_to(root).as_posix() for file in (path, model))
    for key, text in theirs.items():
        if key not in ours:
            yield Problem(place, _line(path, key), f"the word '{key}' is missing.", f"Add it, as in {model_place}.")
            continue
        for blank in _blanks(text):
            if blank not in _blanks(ours[key]):
                what = f"the word '{key}' lacks the blank {blank}."
                yield Problem(place, _line(path, key), what, "Put it where it belongs.")
    for key in ours:
        if key not in theirs:
            what = f"{model_place} has no word '{key}'."
            yield Problem(place, _line(path, key), what, "Add it there, or remove it here if nothing uses it.")


def _wrong_plurals(path: Path, counted: Collection[str], place: str) -> Iterator[Problem]:
    """Find the words beside a number that lack a form which the language has, or have one that it has not."""
    forms = load_language(path.parent.parent, path.parent.name).plurals
    words = load_words(path)
    written, plain = dict(_with_forms(words)), dict(_flatten(words))
    for key in counted:
        found = written.get(key, {})
        if key not in plain:
            continue
        for form in forms:
            if form not in found:
                what = f"the word '{key}' lacks the form '{form}', which it has beside some numbers in this language."
                yield Problem(place, _line(path, key), what, f"Write it with each of the forms: {', '.join(forms)}.")
        for form in found.keys() - set(forms):
            what = f"the word '{key}' has a form '{form}', which this language does not have."
            yield Problem(place, _line(path, f"{key}.{form}"), what, f"Use: {', '.join(forms)}.")


def _used_in(templates: Path, root: Path) -> dict[str, str]:
    """The words that templates name, each with one that does; those in `packages` have a group of their own."""
    used: dict[str, str] = {}
    for path in sorted(templates.glob("**/*.html")):
        group = "package." if path.parent.name == "packages" else ""
        # The page "not found" has the words of each language, by another name.
        for found in _IN_TEMPLATE.finditer(_COMMENT.sub("", read_text(path))) if path.name != "404.html" else ():
            used[group + found[1]] = path.relative_to(root).as_posix()
    return used


def _line(path: Path, word: str) -> int:
    """The line of a word, or of the group in which it would stand."""
    lines, keys = lines_of_keys(read_yaml_tree(read_text(path))), tuple(word.split("."))
    return lines.get(keys) or lines.get(keys[:-1]) or 1


def _flatten(words: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in words.items():
        if has_plurals(value):
            pairs.append((f"{prefix}{key}", value["other"]))
        else:
            pairs += _flatten(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", str(value))]
    return pairs


def _with_forms(words: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """The words that have a form for each kind of number."""
    for key, value in words.items():
        if has_plurals(value):
            yield f"{prefix}{key}", value
        elif isinstance(value, dict):
            yield from _with_forms(value, f"{prefix}{key}.")


def _with_groups(words: dict[str, Any]) -> Iterator[str]:
    """Each word, and each group of words."""
    for key, _ in _flatten(words):
        parts = key.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def _blanks(text: str) -> list[str]:
    return re.findall(r"\{\w+\}", text)
