"""Notices: a file of the site with the licences of what it ships of others.

Answers this event of MkDocs:
  on_post_build   once hooks/asset_names.py has taken away what no page loads, and before hooks/security.py writes down
                  which files are there (priority -450)
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from houvast.output.notices import ICONS_LICENSE, joined_libraries, notices, unknown_libraries
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

log = logging.getLogger("mkdocs.hooks.notices")

# Not at the top, where on a USB stick only the page to begin with lies.
_TARGET = "assets/notices.txt"


@event_priority(-450)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the file."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    (theme,) = [Path(folder) for folder in config.theme.dirs if (Path(folder) / ICONS_LICENSE).is_file()]
    shipped = sorted((Path(config.site_dir) / "assets/javascripts").rglob("*.js"))
    libraries = joined_libraries(path for folder in config.theme.dirs for path in Path(folder, "assets").rglob("*.map"))
    for problem in unknown_libraries(libraries):
        log.warning("%s", problem)
    try:
        text = notices(theme, libraries, [path.read_text("utf-8") for path in shipped])
    except LookupError as error:
        raise PluginError(str(error)) from error
    (Path(config.site_dir) / _TARGET).write_text(text, "utf-8")
