"""Styles: joins the theme's stylesheet, cut to what the pages use, with the site's own.

Answers this event of MkDocs:
  on_post_build   once all languages are built and the pages are finished
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import tinycss2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from tipsite.used_styles import cut_styles, select_rules, used_elements

_THEME_STYLES = ("main.*.min.css", "palette.*.min.css")
_THEME_SCRIPT = "assets/javascripts/bundle.*.min.js"
# What of the theme has another look here, or none: its kinds of boxes, and how it sets header and tabs in motion.
_OTHERWISE_HERE = re.compile(
    r"\.(?:tip|question|warning)\b|\.md-(?:header|tabs)\[hidden\]|header__topic\+|title--active|tabs__item:nth-child|\.focus-visible$"
)
# Nothing on this site moves of itself.
_NO_MOVING = frozenset({"transition", "transition-delay"})
# What goes into a stylesheet of its own, since only some pages or readers need it.
_PARTS = {
    "search": re.compile(
        r"md-search-result|md-search__(?:output|scrollwrap|overlay)|toggle=search\]:checked|md-dialog"
    ),
    "reference": re.compile(r"\b(?:code|pre|table)\b|md-typeset__(?:scrollwrap|table)"),
}
# What the theme's script can add to a page, and what our own add for it.
_ADDED = re.compile(r"\bmd-(?:search|dialog)[\w-]*")
# What scripts and readers can change about any element, and how the search marks what it found.
_CHANGED = "hidden open mark"


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
    scripts = [_one(site, _THEME_SCRIPT), *assets.glob("*.js")]
    added = [" ".join(_ADDED.findall(script.read_text("utf-8"))) for script in scripts]
    used = used_elements((page.read_text("utf-8") for page in site.rglob("*.html")), [*added, _CHANGED])
    wanted = select_rules("".join(styles), lambda selector: not _OTHERWISE_HERE.search(tinycss2.serialize(selector)))
    kept = cut_styles(wanted, used, "".join(own.values()), _NO_MOVING)
    for part in ("site", *_PARTS):
        theirs = select_rules(kept, partial(_is_of, part))
        path = assets / f"{part}.css"
        path.write_text(theirs + own[path], "utf-8")


def _is_of(part: str, selector: list[Any]) -> bool:
    """Whether a selector of the theme belongs in a stylesheet."""
    written = tinycss2.serialize(selector)
    return part == next((name for name, pattern in _PARTS.items() if pattern.search(written)), "site")


def _one(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
