"""The colours of a publisher in the place of the site's own: in the stylesheet, and on the page that stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What stylesheets call what a publisher may colour.
_NAMES = {
    "bar": "--md-primary-fg-color--dark",
    "buttons": "--md-primary-fg-color--light",
    "links": "--md-typeset-a-color",
    "accents": "--md-accent-fg-color",
}

_DARK = "@media screen and (prefers-color-scheme: dark)"


def with_colours(stylesheet: str, colours: Mapping[str, Mapping[str, str]]) -> str:
    """Give the stylesheet of colours with those of a publisher.

    Args:
        stylesheet: The site's own, overrides/styles/base/colours.css.
        colours: By `light` and `dark`, the colour of each part that is another one; see houvast.data.settings.
    """
    light, dark, rest = stylesheet.partition(_DARK)
    return _recoloured(light, colours.get("light", {})) + dark + _recoloured(rest, colours.get("dark", {}))


def colours_of(stylesheet: str) -> dict[str, dict[str, str]]:
    """Give the colours that a stylesheet of colours says, by `light` and `dark` and by their names without hyphens."""
    light, _, dark = stylesheet.partition(_DARK)
    found = {"light": dict(_declared(light)), "dark": dict(_declared(dark))}
    return {scheme: {_plain(name): value for name, value in own.items()} for scheme, own in found.items()}


def _declared(css: str) -> list[tuple[str, str]]:
    return re.findall(r"(--[\w-]+): (#[0-9a-fA-F]{3,8});", css)


def _plain(name: str) -> str:
    return name.removeprefix("--md-").removeprefix("--").replace("-", "_").replace("__", "_")


def _recoloured(css: str, own: Mapping[str, str]) -> str:
    for part, colour in own.items():
        name = re.escape(_NAMES[part])
        css = re.sub(rf"({name}): #[0-9a-fA-F]+;", rf"\1: {colour};", css)
        # The same, seen through.
        css = re.sub(rf"({name}--transparent): #[0-9a-fA-F]+;", rf"\1: {colour}1a;", css)
    return css
