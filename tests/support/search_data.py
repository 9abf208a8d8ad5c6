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
