"""What is known of the theme, Material for MkDocs: its files, and the selectors of its stylesheets.

The templates in overrides take its place part by part, and say themselves which of its classes they use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

PACKAGE = "mkdocs-material"
ICONS_LICENSE = ".icons/material/LICENSE"
LOGO_CLASS = "md-logo"
# Below the folder of its assets.
STYLES_FOLDER = "stylesheets"
STYLESHEETS = ("stylesheets/main.*.min.css", "stylesheets/palette.*.min.css")
# What of the theme has another look here, or none: its kinds of boxes, how it sets header and tabs in motion, icons in
# the menu and its arrows, which are pictures that take long to open, bars to scroll by, boxes and numbered lists in
# others.
OTHERWISE_HERE = re.compile(
    r"link svg|^\.md-nav(?:--primary|__icon).*icon:after|^\.md-nav__icon:after|"
    r"::-webkit-scrollbar|(?:[ou]l|li) ol|admonition\b.*\.admonition$|admonition-title:before|"
    r"admonition:focus-within|::-ms-clear|"
    r"md-typeset.*\b(?:details|summary)\b|"
    r"\.(?:tip|question|warning)\b|\.md-(?:header|tabs)\[hidden\]|header__topic\+|title--active|tabs__item(?::nth-child|--active)|tabs__link:|\.focus-visible$"
)
# Nothing on this site moves of itself; paper has its own rules; and what readers see nothing of.
UNWANTED = {
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
SETS_VARIABLES = {":root", "[data-md-color-scheme=default]"}
# What goes into a stylesheet of its own, since only some pages or readers need it: the open search, code and tables.
PARTS = {
    "search": re.compile(r"md-search__(?:output|scrollwrap|overlay)|toggle=search\]:checked"),
    "reference": re.compile(r"\b(?:code|pre|table)\b|md-typeset__(?:scrollwrap|table)"),
}
# Its classes that the search adds to a page.
ADDED_CLASSES = re.compile(r"\bmd-search[\w-]*")
# The libraries that it joins into its styles: whose each is, under which licence (spdx.org/licenses).
THEME_LIBRARIES = {"material-design-color": ("Denis Malinochkin", "MIT")}


def file_in_assets(folders: Iterable[Path], pattern: str) -> Path:
    """Give the theme's one file with such a name; the name changes with each version.

    Args:
        folders: The folders with assets that it may lie in.
        pattern: Its path below one of them, with `*` for what changes.

    Raises:
        ValueError: There is none, or more than one.
    """
    (found,) = [file for folder in folders for file in folder.glob(pattern)]
    return found
