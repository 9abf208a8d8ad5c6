"""Checks the looks that a publisher chose: colours that can be read, and an icon that every page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from houvast.data.problem import Problem
from houvast.data.settings import Settings
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml_tree
from houvast.output.colours import colours_of, with_colours

# WCAG 2.2, 1.4.3.
LEAST_CONTRAST = 4.5
# It stands in each page, twice.
LARGEST_ICON = 1000
_PAPERS = ("default_bg_color", "sheet", "surface", "tint")
# What each part is seen on, or what is written on it.
_AGAINST = {
    "bar": ("white",),
    "buttons": ("primary_bg_color",),
    "links": _PAPERS,
    "accents": _PAPERS,
}
# What would load something or run in a page, wherever it stands.
_IN_ICON = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"}


def check_look(file: Path, settings: Settings, templates: Path) -> Iterator[Problem]:
    """Find colours that cannot be read and an icon that cannot be used.

    Args:
        file: mkdocs.yml, for the lines of what is wrong.
        settings: What it says.
        templates: The folder of the templates.
    """
    lines = lines_of_keys(read_yaml_tree(read_text(file)))
    css = read_text(templates / "styles/base/colours.css")
    known = colours_of(with_colours(css, settings.colours))
    for scheme, own in settings.colours.items():
        for part, colour in own.items():
            for other in _AGAINST[part]:
                against = "#ffffff" if other == "white" else known[scheme][other]
                if (found := contrast(colour, against)) < LEAST_CONTRAST:
                    line = lines[("extra", "colours", scheme, part)]
                    what = f"{colour} cannot be read well against {against}: their contrast is {found:.1f}."
                    remedy = f"Choose a {'darker' if _luminance(against) > 0.2 else 'lighter'} one: 4.5 is the least."
                    yield Problem(file.name, line, what, remedy)
                    break
    line = lines.get(("extra", "icon"), 1)
    for what, remedy in _wrong_with_icon(templates / settings.icon):
        yield Problem(file.name, line, f"the icon overrides/{settings.icon} {what}", remedy)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG works it out: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _wrong_with_icon(icon: Path) -> Iterator[tuple[str, str]]:
    if not icon.is_file():
        yield "is not there.", "Put it there, or name the one that is."
        return
    if (size := icon.stat().st_size) > LARGEST_ICON:
        yield f"has {size} bytes, and every page holds it.", f"Make it simpler: {LARGEST_ICON} bytes are the most."
    try:
        tree = etree.fromstring(icon.read_bytes())
    except etree.XMLSyntaxError as error:
        yield f"cannot be read as SVG: {error}.", "Save it anew as a plain SVG."
        return
    others = {etree.QName(element).localname for element in tree.iter("*")} - _IN_ICON
    if others or any(name.startswith("on") or name == "style" for element in tree.iter("*") for name in element.attrib):
        what = f"has what an icon needs not: {', '.join(sorted(others)) or 'style or handlers'}."
        yield what, f"Use these only, with attributes for colours: {', '.join(sorted(_IN_ICON))}."
