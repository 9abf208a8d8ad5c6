"""The menu of the made-up pages as MkDocs reads it."""

from __future__ import annotations

from typing import Any

from benchmarks.made_up_pages import Section


def menu(section: Section) -> list[Any]:
    """Give `nav` for the settings: names of files, and sections by their paths."""
    return [
        *[f"{page.path}.md" for page in (section.index, *section.pages)],
        *[{part.index.path.removesuffix("/index"): menu(part)} for part in section.sections],
    ]
