"""Checks settings, data and kinds of fields before anything uses them."""

from __future__ import annotations

import logging
from pathlib import Path

from houvast.checks.data_numbers import check_data_numbers
from houvast.checks.field_kinds import check_field_kinds
from houvast.data import publisher, release, search_words
from houvast.data.data_files import check_data_files, data_files
from houvast.data.data_folder import language_file, shared_file
from houvast.data.release import check_release
from houvast.data.settings import check_settings, read_settings
from houvast.data.site_address import check_address
from houvast.data.ui_strings import check_words
from houvast.output.own_look import check_look
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from steps.folders import project_root, templates_folder
from steps.reading import sentences_file
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.checked_data")


def check_numbers(site: SiteBuild, config: MkDocsConfig) -> None:
    """Remember the numbers in the data of the language that nobody has confirmed; with the first, in that of all."""
    build, languages = site.current(config), site_languages(config)
    # Standing sentences are checked like pages; what people type into the search, nobody reads; whoever publishes the
    # site has numbers of its own, each checked by what it is.
    typed = language_file(build.language, search_words.FILE)
    others = {sentences_file(build.language), typed, shared_file(publisher.FILE)}
    files = {*data_files([build.language])} - others
    if build.language != languages.first:
        files = {file for file in files if file.startswith(language_file(build.language, ""))}
    # A language with a part of the site lacks some.
    root = project_root(config)
    there = sorted(file for file in files if (root / file).exists())
    known = [*site.extension.numbers, *site.publishers[build.language].numbers]
    build.problems += check_data_numbers(root, there, known)


def check_data(config: MkDocsConfig) -> None:
    """Check settings, data files and kinds of fields, all of them, so that every mistake is seen at once.

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
        *check_field_kinds(settings.parent, templates_folder(config)),
    ]
    if not problems:
        problems += check_words(settings.parent, languages, templates_folder(config))
        problems += check_look(settings, read_settings(config.extra), templates_folder(config))
    for problem in problems:
        log.warning("%s", problem)
    if problems:
        raise PluginError("The site is not built: its settings, data or templates cannot be used as they are.")
