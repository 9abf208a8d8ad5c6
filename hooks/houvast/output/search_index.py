"""Splits a search index of several languages, so that a reader finds pages in their own language only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_HEADING_LINK = "¶"


def split_index(joined: dict[str, Any], first: str, languages: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Give an index for each language.

    Args:
        joined: The index of all languages as Material writes it: `config`, and `docs` with a `location` each.
        first: The language at the site's root.
        languages: All languages; the others have their pages below `<language>/`.

    Returns:
        The index of each language, its locations relative to the language's own root, each entry once, and without
        the signs of the links to headings.
    """
    prefixes = {language: f"{language}/" for language in languages if language != first}
    documents: dict[str, dict[str, Any]] = {language: {} for language in languages}
    for document in joined["docs"]:
        location = document["location"]
        language = next((name for name, prefix in prefixes.items() if location.startswith(prefix)), first)
        location = location.removeprefix(prefixes.get(language, ""))
        documents[language][location] = {
            **document,
            "location": location,
            "text": document["text"].replace(_HEADING_LINK, ""),
        }
    return {
        language: {"config": {**joined["config"], "lang": [language]}, "docs": list(entries.values())}
        for language, entries in documents.items()
    }
