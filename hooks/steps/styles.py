"""Joins the theme's stylesheet, cut to what the pages use, with the site's own."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from houvast.output.unused_styles import (
    Selector,
    Styles,
    cut_styles,
    drop_unused,
    read_styles,
    select_rules,
    set_for_the_page,
    used_elements,
)
from mkdocs.config.defaults import MkDocsConfig

_THEME_STYLES = ("main.*.min.css", "palette.*.min.css")
# What of the theme has another look here, or none: its kinds of boxes, how it sets header and tabs in motion, icons in
# the menu and its arrows, which are pictures that take long to open, bars to scroll by, boxes and numbered lists in
# others.
_OTHERWISE_HERE = re.compile(
    r"link svg|^\.md-nav(?:--primary|__icon).*icon:after|^\.md-nav__icon:after|"
    r"::-webkit-scrollbar|(?:[ou]l|li) ol|admonition\b.*\.admonition$|admonition-title:before|"
    r"admonition:focus-within|::-ms-clear|"
    r"md-typeset.*\b(?:details|summary)\b|"
    r"\.(?:tip|question|warning)\b|\.md-(?:header|tabs)\[hidden\]|header__topic\+|title--active|tabs__item(?::nth-child|--active)|tabs__link:|\.focus-visible$"
)
# Nothing on this site moves of itself; paper has its own rules; and what readers see nothing of.
_UNWANTED = {
    "transition",
    "transition-delay",
    "page-break-inside",
    "scroll-snap-align",
    "scroll-snap-type",
    "touch-action",
    "-moz-osx-font-smoothing",
    "-webkit-font-smoothing",
    "@page",
    "@charset",
}
# Where the theme sets its variables: each stylesheet has those that it uses.
_SETS_VARIABLES = {":root", "[data-md-color-scheme=default]"}
# What goes into a stylesheet of its own, since only some pages or readers need it.
_PARTS = {
    "search": re.compile(r"md-search__(?:output|scrollwrap|overlay)|toggle=search\]:checked"),
    "reference": re.compile(r"\b(?:code|pre|table)\b|md-typeset__(?:scrollwrap|table)"),
}
# What the search adds to a page.
_ADDED = re.compile(r"\bmd-search[\w-]*")
# What scripts and readers can change about any element.
_CHANGED = "hidden open"


def join_theme_styles(config: MkDocsConfig) -> None:
    """Put what is left of the theme's styles before the site's own."""
    site = Path(config.site_dir)
    assets = site / "assets"
    sheets = [read_styles(_one(assets / "stylesheets", pattern).read_text("utf-8")) for pattern in _THEME_STYLES]
    theme = Styles(tuple(piece for sheet in sheets for piece in sheet.pieces))
    own = {path: path.read_text("utf-8") for path in assets.glob("*.css")}
    added = [" ".join(_ADDED.findall(script.read_text("utf-8"))) for script in assets.glob("*.js")]
    used = used_elements((page.read_text("utf-8") for page in site.rglob("*.html")), [*added, _CHANGED])
    kept = cut_styles(wanted_styles(theme), used)
    set_anew = set_for_the_page(own[assets / "site.css"])
    for part in ("site", *_PARTS):
        path = assets / f"{part}.css"
        theirs = select_rules(kept, partial(_is_of, part))
        # Every page has the first, so its variables serve all others.
        users = "".join(own.values()) if part == "site" else own[path]
        path.write_text(drop_unused(theirs, users, set_anew, _UNWANTED).text + own[path], "utf-8")


def wanted_styles(theme: Styles) -> Styles:
    """Give the theme's styles without those of what has another look on this site, or none."""
    return select_rules(theme, lambda selector: not _OTHERWISE_HERE.search(selector.text))


def _is_of(part: str, selector: Selector) -> bool:
    """Whether a selector of the theme belongs in a stylesheet."""
    of = next((name for name, pattern in _PARTS.items() if pattern.search(selector.text)), "site")
    return selector.text in _SETS_VARIABLES or part == of


def _one(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
