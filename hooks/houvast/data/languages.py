"""What the site has to know of each language: data/<language>/language.yml, and what the CLDR says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale

from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml

FILE = "language.yml"
PLURALS = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True)
class LanguageFacts:
    """One language.

    Attributes:
        code: Its code, as in the settings.
        dates: How dates are written, as a locale of the CLDR.
        neutral_words: Words that may not be seen from outside.
        part: The part of the site that it has: folders and pages; all of it where that is empty.
        unchecked: What no speaker of the language has checked yet: folders and pages, of the site or its part.
    """

    code: str
    dates: str
    neutral_words: tuple[str, ...]
    part: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @cached_property
    def locale(self) -> Locale:
        """What the CLDR says of it."""
        return Locale.parse(self.dates, sep="-")

    @property
    def direction(self) -> str:
        """From which side it is written: `ltr` or `rtl`."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    @property
    def plurals(self) -> tuple[str, ...]:
        """The forms that a word has beside a number."""
        own = self.locale.plural_form.tags
        return tuple(name for name in PLURALS if name in own or name == "other")

    def plural(self, number: int) -> str:
        """Give the form that a word has beside this number."""
        return str(self.locale.plural_form(number))

    def counted(self, forms: Mapping[str, str], number: int) -> str:
        """Give a word in the form that it has beside a number, with the number in it."""
        return forms[self.plural(number)].replace("{number}", str(number))

    def has(self, file: str) -> bool:
        """Whether a page belongs to the part that the language has; `file` is within the folder of a language."""
        return not self.part or _is_in(file, self.part)

    def is_unchecked(self, file: str) -> bool:
        """Whether no speaker of the language has checked a page yet; `file` is relative to the docs folder."""
        return _is_in(file.removeprefix(f"{self.code}/"), self.unchecked)


def has_plurals(value: object) -> bool:
    """Whether a word of the data has a form for each kind of number."""
    return isinstance(value, dict) and "other" in value and set(value) <= set(PLURALS)


def _is_in(file: str, places: Sequence[str]) -> bool:
    return any(file == place or file.startswith(f"{place}/") for place in places)


def menu_of_part(menu: Sequence[Any], language: LanguageFacts) -> list[Any]:
    """Give the menu, as the settings have it, with the pages that a language has; a part without any is gone."""
    kept: list[Any] = []
    for entry in menu:
        if isinstance(entry, str):
            kept += [entry] if language.has(entry) else []
        else:
            parts = {title: menu_of_part(inner, language) for title, inner in entry.items()}
            kept += [{title: inner} for title, inner in parts.items() if inner]
    return kept


def load_neutral_words(data: Path) -> list[str]:
    """Read the words of all languages that may not be seen from outside: whoever looks over a shoulder may read any.

    Args:
        data: The folder of the data; a language may have words before the site is built in it.
    """
    codes = sorted(path.parent.name for path in data.glob(f"[!.]*/{FILE}"))
    return list(dict.fromkeys(word for code in codes for word in load_language(data, code).neutral_words))


def load_language(data: Path, code: str) -> LanguageFacts:
    """Read what the data says of a language.

    Args:
        data: The folder of the data.
        code: The language.
    """
    said = read_yaml(read_text(data / code / FILE))
    return LanguageFacts(
        code, said["dates"], tuple(said["neutral_words"]), tuple(said.get("part", ())), tuple(said.get("unchecked", ()))
    )
