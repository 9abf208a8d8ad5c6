"""The forms of the site as their sources have them, so that a test is there for each before the site is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from built_site import LANGUAGES
from houvast.authoring.block_reader import read_blocks
from houvast.authoring.front_matter import text_below
from houvast.authoring.papers import PAPERS_APART
from houvast.output.addresses import localized_path
from project_root import ROOT

_FORMS = ("list", "worksheet", "module")


@dataclass(frozen=True)
class SourceForm:
    """A form of one language.

    Attributes:
        kind: `list`, `worksheet` or `module`.
        id: Its id, the same in every language.
        address: The address of its page, relative to the site's root.
        is_apart: Whether its parts are printed one by one.
        is_kept: Whether it can be kept as a file.
    """

    kind: str
    id: str
    address: str
    is_apart: bool
    is_kept: bool


@cache
def forms_of(kind: str, language: str) -> tuple[SourceForm, ...]:
    """The forms of a kind in one language, in the order of the menu."""
    return tuple(form for form in _forms(language) if form.kind == kind)


def address_of(language: str, page: str) -> str:
    """The address of a page (source file within the folder of a language), relative to the site's root."""
    texts = _texts(language)
    addresses = {
        name: found[1] for name, text in texts.items() if (found := re.search(r"(?m)^address: ([\w-]+)$", text))
    }
    path = localized_path(page, addresses)
    within = "" if path == "index" else path.removesuffix("/index") + "/"
    return f"{LANGUAGES[language]}{within}"


@cache
def _texts(language: str) -> dict[str, str]:
    folder = ROOT / "docs" / language
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}


@cache
def _forms(language: str) -> tuple[SourceForm, ...]:
    texts = _texts(language)
    forms = []
    # A language with a part of the site lacks some.
    for page in filter(texts.__contains__, _menu()):
        blocks = read_blocks(text_below(texts[page])[0], page).blocks
        is_apart = any(block.options.get("paper") in PAPERS_APART for block in blocks)
        for block in blocks:
            if block.kind in _FORMS:
                address = address_of(language, page)
                is_kept = block.options.get("keep") != "none"
                forms.append(SourceForm(block.kind, block.options["id"], address, is_apart, is_kept))
    return tuple(forms)


def _menu() -> Iterator[str]:
    """The source files of the menu, in its order."""
    settings = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))

    def pages(entry: Any) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        else:
            for inner in entry.values() if isinstance(entry, dict) else entry:
                yield from pages(inner)

    return pages(settings["nav"])
