"""Foreign words: marks words of another language on each page, so that a screen reader says them as they sound.

Answers these events of MkDocs:
  on_config      reads the words
  on_post_page   marks them, when the page is put together (priority -300, before hooks/whitespace.py)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from houvast.data.foreign_words import with_marked_words
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_words: dict[str, list[str]] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the words of each language."""
    global _words
    path = Path(config.docs_dir) / "data/foreign-words.yml"
    _words = read_yaml(read_text(path))
    return config


@event_priority(-300)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the page with its foreign words marked."""
    i18n: Any = config.plugins["i18n"]
    return with_marked_words(output, i18n.current_language, _words)
