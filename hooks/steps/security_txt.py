"""Writes where weaknesses are reported, once somebody says it, where programs and researchers look (RFC 9116)."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from houvast.data.review_dates import build_day
from mkdocs.config.defaults import MkDocsConfig

from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

FILE = ".well-known/security.txt"
# It may hold for less than a year; a site that is not built anew by then has nobody who answers.
_DAYS = 330


def write_security_txt(site: SiteBuild, config: MkDocsConfig) -> None:
    """Write the file, or take away what an earlier build left: MkDocs leaves what begins with a dot."""
    languages, file = site_languages(config), Path(config.site_dir) / FILE
    own = site.publishers[languages.first]
    if not own.said["security_contact"]:
        file.unlink(missing_ok=True)
        return
    known = {
        "publisher": own,
        "expires": build_day(os.environ) + timedelta(days=_DAYS),
        "languages": languages.built,
        "address": config.site_url,
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(config.theme.get_env().get_template("servers/security.conf").render(known) + "\n", "utf-8")
