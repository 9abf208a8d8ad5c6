"""What the search of a built site finds: the index of each language, read out of its script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_BEFORE, _AFTER = 'document.dispatchEvent(new CustomEvent("searchindex",{detail:', "}));"


def search_index(site: Path, language: str) -> dict[str, Any]:
    """The index of a language."""
    (script,) = (site / "assets").glob(f"search-{language}.*.js")
    index: dict[str, Any] = json.loads(script.read_text("utf-8").strip().removeprefix(_BEFORE).removesuffix(_AFTER))
    return index


def pages_found(site: Path, language: str) -> set[str]:
    """The addresses of the pages that the search finds, relative to the site's root."""
    return {page[0] for page in search_index(site, language)["pages"]}


def words_found(site: Path, language: str) -> set[str]:
    """The words by which the search finds what stands in texts."""
    return set(search_index(site, language)["vocabulary"].split())


def words_of_page(site: Path, language: str, address: str) -> set[str]:
    """The words by which the search finds the text of a page, without those of its tips."""
    index = search_index(site, language)
    place = next(
        place
        for place, (page, anchor, *_) in enumerate(index["entries"])
        if not anchor and index["pages"][page][0] == address
    )
    vocabulary, number, words = index["vocabulary"].split(), 0, set()
    for step in index["texts"].split(";")[place].split(","):
        number += int(step, 36)
        words.add(vocabulary[number])
    return words
