"""Joins the theme's stylesheet, cut to what the pages use, with the site's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from houvast.output.theme_material import (
    ADDED_CLASSES,
    OTHERWISE_HERE,
    PARTS,
    SETS_VARIABLES,
    STYLESHEETS,
    UNWANTED,
    file_in_assets,
)
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

# What scripts and readers can change about any element.
_CHANGED = "hidden open"


def join_theme_styles(config: MkDocsConfig, *, cut: bool) -> None:
    """Put what is left of the theme's styles before the site's own.

    Args:
        config: The settings.
        cut: Whether to leave out what no page uses; not while somebody writes, as the next text may use it.
    """
    site = Path(config.site_dir)
    assets = site / "assets"
    sheets = [read_styles(file_in_assets([assets], pattern).read_text("utf-8")) for pattern in STYLESHEETS]
    theme = Styles(tuple(piece for sheet in sheets for piece in sheet.pieces))
    own = {path: path.read_text("utf-8") for path in assets.glob("*.css")}
    kept = wanted_styles(theme)
    if cut:
        added = [" ".join(ADDED_CLASSES.findall(script.read_text("utf-8"))) for script in assets.glob("*.js")]
        used = used_elements((page.read_text("utf-8") for page in site.rglob("*.html")), [*added, _CHANGED])
        kept = cut_styles(kept, used)
    set_anew = set_for_the_page(own[assets / "site.css"])
    for part in ("site", *PARTS):
        path = assets / f"{part}.css"
        theirs = select_rules(kept, partial(_is_of, part))
        # Every page has the first, so its variables serve all others.
        users = "".join(own.values()) if part == "site" else own[path]
        path.write_text(drop_unused(theirs, users, set_anew, UNWANTED).text + own[path], "utf-8")


def wanted_styles(theme: Styles) -> Styles:
    """Give the theme's styles without those of what has another look on this site, or none."""
    return select_rules(theme, lambda selector: not OTHERWISE_HERE.search(selector.text))


def _is_of(part: str, selector: Selector) -> bool:
    """Whether a selector of the theme belongs in a stylesheet."""
    of = next((name for name, pattern in PARTS.items() if pattern.search(selector.text)), "site")
    return selector.text in SETS_VARIABLES or part == of
