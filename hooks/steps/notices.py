"""Writes a file of the site with the licences of what it ships of others."""

from __future__ import annotations

import logging
from pathlib import Path

from houvast.output.notices import joined_libraries, notices, unknown_libraries
from houvast.output.theme_material import ICONS_LICENSE, STYLES_FOLDER
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from steps.folders import templates_folder

log = logging.getLogger("mkdocs.hooks.notices")

# Not at the top, where on a USB stick only the page to begin with lies.
_TARGET = "assets/notices.txt"


def write_notices(config: MkDocsConfig) -> None:
    """Write the file."""
    (theme,) = [Path(folder) for folder in config.theme.dirs if (Path(folder) / ICONS_LICENSE).is_file()]
    # Of the theme the site ships the styles, and none of its scripts.
    styles = (path for folder in config.theme.dirs for path in Path(folder, "assets", STYLES_FOLDER).rglob("*.map"))
    libraries = joined_libraries(styles)
    for problem in unknown_libraries(libraries):
        log.warning("%s", problem)
    try:
        text = notices(theme, libraries, templates_folder(config) / "libraries")
    except LookupError as error:
        raise PluginError(str(error)) from error
    (Path(config.site_dir) / _TARGET).write_text(text, "utf-8")
