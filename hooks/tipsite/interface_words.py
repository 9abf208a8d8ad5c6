"""The words of the interface (buttons, notes, labels), one file per language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tipsite.problem import Problem
from tipsite.yaml_files import read_yaml


def load_words(path: Path) -> dict[str, Any]:
    """Reads the words of one language."""
    words: dict[str, Any] = read_yaml(path.read_text("utf-8"))
    return words


def compare_words(words: dict[str, Any], model: dict[str, Any], path: Path, root: Path) -> list[Problem]:
    """Compares the words of a language with those of the first language.

    Args:
        words: The words to check.
        model: The words of the site's first language.
        path: The file of the words to check.
        root: The project's folder, for the paths in messages.

    Returns:
        A problem for every word that is missing, left over, or lacks one of its `{blanks}`.
    """
    ours, theirs = dict(_flatten(words)), dict(_flatten(model))
    place = path.relative_to(root).as_posix()
    problems = [Problem(place, 1, f"the word '{key}' is missing.", "Add it.") for key in theirs if not ours.get(key)]
    problems += [
        Problem(place, 1, f"nothing uses the word '{key}'.", "Remove it.") for key in ours if key not in theirs
    ]
    for key, text in theirs.items():
        missing = [blank for blank in _blanks(text) if key in ours and blank not in _blanks(ours[key])]
        problems += [
            Problem(place, 1, f"the word '{key}' lacks the blank {blank}.", "Put it where it belongs.")
            for blank in missing
        ]
    return problems


def _flatten(words: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in words.items():
        pairs += _flatten(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", str(value))]
    return pairs


def _blanks(text: str) -> list[str]:
    return re.findall(r"\{\w+\}", text)
