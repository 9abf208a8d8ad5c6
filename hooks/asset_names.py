"""Asset names: what a page loads has the hash of its contents in its name, so that no build meets the files of another.

Answers this event of MkDocs:
  on_post_build   once all languages are built and hooks/styles.py has written the stylesheets (priority -400)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from houvast.output.asset_names import AssetError, name_assets
from houvast.output.search_worker import WorkerError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(-400)
def on_post_build(config: MkDocsConfig) -> None:
    """Give the files their names, and take away what of the theme's no page loads."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    docs = Path(config.docs_dir)
    # What an author put there may be linked to from anywhere.
    authors = (docs, docs / i18n.default_language)
    try:
        name_assets(
            Path(config.site_dir),
            i18n.build_languages,
            lambda path: any((folder / path).exists() for folder in authors),
        )
    except (AssetError, WorkerError) as error:
        raise PluginError(str(error)) from error
