"""Keeps MkDocs from telling again, without a line and a remedy, of links that the site's own checks tell of."""

from __future__ import annotations

import logging
import re

from steps.site_state import SiteBuild

_SAID_OF_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? (?:[\w ]+ )?link '(?P<link>[^']*)'")


class ToldLinks(logging.Filter):
    """Passes over what MkDocs says of a link that was found in the source of a page.

    Args:
        site: What is known of the pages.
    """

    def __init__(self, site: SiteBuild) -> None:
        super().__init__()
        self._site = site

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to tell it."""
        if (said := _SAID_OF_LINK.match(record.getMessage())) is None:
            return True
        found = [build.pages[said["page"]] for build in self._site.languages.values() if said["page"] in build.pages]
        return not any(link.written == said["link"] for page in found for link in page.called_links)


def pass_over_told_links(site: SiteBuild) -> None:
    """Pass over these messages from now on, once."""
    logger = logging.getLogger("mkdocs.structure.pages")
    if not any(isinstance(known, ToldLinks) for known in logger.filters):
        logger.addFilter(ToldLinks(site))
