"""The tips as data, for other organisations to take over: what overrides/assets/tips-1.schema.json describes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from lxml import html

from houvast.model.catalogue import Catalogue, Tip

FILE = "assets/tips.json"
_SCHEMA = "tips-1.schema.json"
_LICENCE = "CC-BY-4.0"


def tips_as_data(
    catalogues: Mapping[str, Catalogue], without: Collection[str], sources: Mapping[str, str], about: Mapping[str, str]
) -> dict[str, Any]:
    """Give the tips of all languages as data.

    Args:
        catalogues: What was read from the pages, by language.
        without: The source files of pages whose tips are no one else's, since they refuse paper.
        sources: The title of each source document, by its id.
        about: The name, the address and the version of the site, as `site`, `address` and `release`.
    """
    tips = [
        {"id": tip.id, "language": language, **_data_of(tip, about["address"])}
        for language, catalogue in catalogues.items()
        for tip in catalogue.tips.values()
        if tip.page not in without
    ]
    used = {point.partition("/")[0] for tip in tips for point in tip["sources"]}
    return {
        "$schema": _SCHEMA,
        "format": "tips",
        "version": 1,
        "licence": _LICENCE,
        **about,
        "sources": {name: title for name, title in sources.items() if name in used},
        "tips": tips,
    }


def written(data: Mapping[str, Any]) -> str:
    """Write the data as the file has it: on a line of its own for each tip, so that versions can be compared."""
    head = json.dumps({name: value for name, value in data.items() if name != "tips"}, ensure_ascii=False, indent=1)
    tips = ",\n".join(json.dumps(tip, ensure_ascii=False) for tip in data["tips"])
    return f'{head.removesuffix("}").rstrip()},\n "tips": [\n{tips}\n]}}\n'


def _data_of(tip: Tip, address: str) -> dict[str, Any]:
    return {
        "audience": tip.audience.split(),
        "title": tip.title,
        "text": list(tip.text),
        "warnings": [_plain(warning) for warning in tip.warnings],
        "items": [
            {"id": item.name, "kind": "question" if item.asks else "tick", "text": item.text} for item in tip.items
        ],
        "sources": list(tip.sources),
        "page": f"{address}{tip.url.removeprefix('./')}#{tip.id}",
    }


def _plain(markup: str) -> str:
    """What a warning says, without its title."""
    paragraphs = html.fragment_fromstring(markup).xpath('./*[not(@class="admonition-title")]')
    return " ".join(" ".join(paragraph.text_content().split()) for paragraph in paragraphs)
