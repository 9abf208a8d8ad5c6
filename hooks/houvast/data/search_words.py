"""What people type into the search for what the pages say, in one language: data/<language>/search-words.yml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from houvast.data.source_text import read_text
from houvast.data.yaml_files import entries, line_of, read_yaml_tree

FILE = "search-words.yml"
_PAGE_ENDING = ".md"


@dataclass(frozen=True)
class Lead:
    """Where what people say leads.

    Attributes:
        line: Where it stands in the data file, counted from 1.
        said: What people say; several sentences between commas.
        words: The words of the pages for it.
        targets: The pages, as source files within the folder of a language, perhaps with a place on them (`#…`).
    """

    line: int
    said: str
    words: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class SearchWords:
    """How one language is searched in; the data file says what each of these is."""

    passed_over: tuple[str, ...]
    endings: tuple[str, ...]
    alike: dict[str, str]
    emergency: tuple[str, ...]
    leads: tuple[Lead, ...]


def load_search_words(path: Path) -> SearchWords:
    """Read the words, once `check_data_files` found nothing wrong with their form.

    Args:
        path: The data file of one language; one with a part of the site may be without.
    """
    if not path.exists():
        return SearchWords((), (), {}, (), ())
    parts = {name: node for name, _, node in entries(read_yaml_tree(read_text(path)))}
    return SearchWords(
        passed_over=tuple(word for line in _texts(parts["passed_over"]) for word in line.split()),
        endings=tuple(_texts(parts["endings"])),
        alike={letters: str(node.value) for letters, _, node in entries(parts["alike"])},
        emergency=tuple(_texts(parts["emergency"])),
        leads=tuple(_lead(said, node) for said, _, node in entries(parts["others"])),
    )


def is_page(target: str) -> bool:
    """Whether it is a page that something leads to, and not a word."""
    return target.partition("#")[0].endswith(_PAGE_ENDING)


def _lead(said: str, node: yaml.Node) -> Lead:
    told = list(_texts(node))
    return Lead(
        line=line_of(node),
        said=said,
        words=tuple(text for text in told if not is_page(text)),
        targets=tuple(text for text in told if is_page(text)),
    )


def _texts(node: yaml.Node) -> Iterator[str]:
    yield from (str(entry.value) for entry in node.value)
