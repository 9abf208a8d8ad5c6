"""The words of the field, with their forms in each language: docs/data/glossary.yml says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tipsite.yaml_files import read_yaml


class Glossary:
    """The terms of one language, found in running text.

    Args:
        forms: Of each term, by its name, how it stands in a sentence.
    """

    def __init__(self, forms: dict[str, list[str]]) -> None:
        self.forms = forms
        self._names = {form.lower(): name for name, own in forms.items() for form in own}
        self._pattern = form_pattern(form for own in forms.values() for form in own)

    def terms_in(self, text: str) -> list[tuple[str, re.Match[str]]]:
        """The terms of a text with their places, in order; "professional secrecy" is no "professional"."""
        return [(self._names[match[0].lower()], match) for match in self._pattern.finditer(text)]


def form_pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some forms as whole words, the longest first; capitals matter where a form has any."""
    longest_first = sorted(forms, key=len, reverse=True)
    either = "|".join(re.escape(form) if form != form.lower() else f"(?i:{re.escape(form)})" for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)" if longest_first else "(?!)")


def load_glossary(path: Path, language: str) -> Glossary:
    """Reads the terms of one language; a term that it lacks has no forms."""
    entries = read_yaml(path.read_text("utf-8"))
    return Glossary({name: entry.get(language, {}).get("forms", []) for name, entry in entries.items()})
