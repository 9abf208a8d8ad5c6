"""Checks settings and data before anything uses them."""

from __future__ import annotations

import logging
from pathlib import Path

from houvast.data import release
from houvast.data.data_files import check_data_files
from houvast.data.release import check_release
from houvast.data.settings import check_settings, read_settings
from houvast.data.site_address import check_address
from houvast.data.ui_strings import check_words
from houvast.output.own_look import check_look
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from steps.folders import templates_folder
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.checked_data")


def check_data(config: MkDocsConfig) -> None:
    """Check the settings and the data files, all of them, so that an editor sees every mistake at once.

    Raises:
        PluginError: One of them cannot be used.
    """
    site = site_languages(config)
    settings = Path(config.config_file_path).absolute()
    languages = sorted(site.all, key=lambda language: language != site.first)
    problems = [
        *check_settings(settings),
        *check_address(settings),
        *check_release(settings.parent / release.FILE),
        *check_data_files(settings.parent, languages),
    ]
    if not problems:
        problems += check_words(settings.parent, languages, templates_folder(config))
        problems += check_look(settings, read_settings(config.extra), templates_folder(config))
    for problem in problems:
        log.warning("%s", problem)
    if problems:
        raise PluginError("The site is not built: its data or settings cannot be used as they are.")
