"""Gives each file that a page loads the hash of its contents in its name."""

from __future__ import annotations

from pathlib import Path

from houvast.output.asset_names import AssetError, name_assets
from houvast.output.search_index import is_index_file
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from steps.folders import docs_folder, templates_folder
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages


def name_by_contents(site: SiteBuild, config: MkDocsConfig) -> None:
    """Give the files their names, and take away what of the theme's no page loads."""
    languages = site_languages(config)
    docs = docs_folder(config)
    # What an author put there may be linked to from anywhere, and what the site offers beside its pages.
    authors = (docs, docs / languages.first, templates_folder(config))
    try:
        site.named_assets = name_assets(
            Path(config.site_dir),
            lambda path: any((folder / path).exists() for folder in authors),
            # It changes with each text that is saved.
            lambda path: site.is_served and is_index_file(path),
        )
    except AssetError as error:
        raise PluginError(str(error)) from error
