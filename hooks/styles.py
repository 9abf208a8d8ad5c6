"""Styles: joins the theme's stylesheet, cut to what the pages use, with the site's own.

Answers this event of MkDocs:
  on_post_build   once all languages are built and the pages are finished (after hooks/page_languages.py)
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from tipsite.used_styles import cut_styles, used_words

_THEME_STYLES = ("main.*.min.css", "palette.*.min.css")
_THEME_SCRIPT = "assets/javascripts/bundle.*.min.js"
# Of what the theme's script can add to a page only this is used here: the results of the search, and how the header and
# the tabs change with it.
_ADDED_BY_THEME = re.compile(r"\b(?:md-search|md-header|md-tabs|data-md-state|focus-visible)[\w-]*")


@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    """Puts what is left of the theme's styles before the site's own."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    site = Path(config.site_dir)
    assets = site / "assets"
    styles = [_one(assets / "stylesheets", pattern).read_text("utf-8") for pattern in _THEME_STYLES]
    own = {path: path.read_text("utf-8") for path in assets.glob("*.css")}
    scripts = [path.read_text("utf-8") for path in assets.glob("*.js")]
    scripts.append(" ".join(_ADDED_BY_THEME.findall(_one(site, _THEME_SCRIPT).read_text("utf-8"))))
    words = used_words((page.read_text("utf-8") for page in site.rglob("*.html")), scripts)
    kept = cut_styles("".join(styles), words, "".join(own.values()))
    (assets / "site.css").write_text(kept + own[assets / "site.css"], "utf-8")


def _one(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
