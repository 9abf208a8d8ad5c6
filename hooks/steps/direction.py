"""Keeps what reads from left to right whole on pages that are written from right to left."""

from __future__ import annotations

from houvast.rendering.isolated_text import names_with_numbers, with_isolated_numbers
from mkdocs.config.defaults import MkDocsConfig

from steps.filling import Filling
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages


def remember_names(filled: Filling, site: SiteBuild) -> None:
    """Remember what is to be isolated, where the language that is being built is written from right to left."""
    if filled.language.direction == "rtl":
        site.isolated_names[filled.build.language] = names_with_numbers(filled.countries.values())


def isolate_numbers(output: str, site: SiteBuild, config: MkDocsConfig) -> str:
    """Give a page with its numbers and names isolated, where it needs that."""
    names = site.isolated_names.get(site_languages(config).current)
    return output if names is None else with_isolated_numbers(output, names)
