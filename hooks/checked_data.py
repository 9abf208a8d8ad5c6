"""Data and settings: reads all of them before anything uses them, and stops the build where one cannot be used.

Answers this event of MkDocs:
  on_config   once in a build, before every other hook: a wrong field would end in a traceback, or switch off a check
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from houvast.data.data_files import check_data_files
from houvast.data.settings import check_settings
from houvast.data.ui_strings import check_words
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

log = logging.getLogger("mkdocs.hooks.checked_data")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the settings and the data files, all of them, so that an editor sees every mistake at once.

    Raises:
        PluginError: One of them cannot be used.
    """
    i18n: Any = config.plugins["i18n"]
    # static-i18n builds the other languages from within the first build.
    if i18n.building:
        return config
    settings, docs = Path(config.config_file_path).absolute(), Path(config.docs_dir)
    languages = sorted(i18n.all_languages, key=lambda language: language != i18n.default_language)
    problems = [
        *check_settings(settings),
        *check_data_files(docs, settings.parent, languages),
    ]
    if not problems:
        problems += check_words(docs, settings.parent, languages, Path(str(config.theme.custom_dir)).absolute())
    for problem in problems:
        log.warning("%s", problem)
    if problems:
        raise PluginError("The site is not built: its data or settings cannot be used as they are.")
    return config
