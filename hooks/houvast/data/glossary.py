"""The words of the field, with their forms in each language: data/glossary.yml says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml


class Glossary:
    """The terms of one language, found in running text.

    Args:
        forms: Of each term, by its name, how it stands in a sentence.
    """

    def __init__(self, forms: dict[str, list[str]]) -> None:
        self.forms = forms
        self._names = {_in_one_line(form): name for name, own in forms.items() for form in own}
        self._pattern = form_pattern(form for own in forms.values() for form in own)

    def terms_in(self, text: str) -> list[tuple[str, re.Match[str]]]:
        """The terms of a text with their places, in order; "professional secrecy" is no "professional"."""
        return [(self._names[_in_one_line(match[0])], match) for match in self._pattern.finditer(text)]


def form_pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Find any of some forms as whole words, the longest first; capitals matter where a form has any."""
    longest_first = sorted(forms, key=len, reverse=True)
    either = "|".join(
        with_any_space(form) if form != form.lower() else f"(?i:{with_any_space(form)})" for form in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)" if longest_first else "(?!)")


def with_any_space(words: str) -> str:
    """Give what finds some words whatever space is between them: a source or a page may break its lines there."""
    return r"\s+".join(map(re.escape, words.split()))


def _in_one_line(form: str) -> str:
    return " ".join(form.lower().split())


def load_glossary(path: Path, language: str) -> Glossary:
    """Read the terms of one language; a term that it lacks has no forms."""
    entries = read_yaml(read_text(path))
    return Glossary({name: entry.get(language, {}).get("forms", []) for name, entry in entries.items()})
