"""The other languages that a page is there in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol


class Language(Protocol):
    """A language of the site: its code, what it calls itself, and whether the site is built in it."""

    locale: str
    name: str
    build: bool


class Addressed(Protocol):
    """Something with an address, relative to the site's root."""

    url: str


@dataclass(frozen=True)
class Translation:
    """A page in another language.

    Attributes:
        language: The code of that language.
        name: What the language calls itself.
        url: The address of the page in it, relative to the site's root.
    """

    language: str
    name: str
    url: str


def translations(own: str, languages: Iterable[Language], files: Mapping[str, Addressed]) -> list[Translation]:
    """Give the translations of a page, in the order of the site's languages.

    Args:
        own: The code of the page's own language.
        languages: The languages of the site.
        files: The page in every language that has it, its own included, by the languages' codes.
    """
    return [
        Translation(language.locale, language.name, files[language.locale].url)
        for language in languages
        if language.build and language.locale != own and language.locale in files
    ]
