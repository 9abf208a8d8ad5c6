"""Marks words of another language on each page, so that a screen reader says them as they sound."""

from __future__ import annotations

from houvast.data.foreign_words import with_marked_words
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml
from mkdocs.config.defaults import MkDocsConfig

from steps.folders import data_folder
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages


def read_foreign_words(site: SiteBuild, config: MkDocsConfig) -> None:
    """Read the words of each language."""
    site.foreign_words = read_yaml(read_text(data_folder(config) / "foreign-words.yml"))


def mark_foreign_words(output: str, site: SiteBuild, config: MkDocsConfig) -> str:
    """Give the page with its foreign words marked."""
    return with_marked_words(output, site_languages(config).current, site.foreign_words)
