"""What the search finds: pages, and the tips and headings on them, read out of the pages once they are filled in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html

# Apostrophes as keyboards and phones write them: within a word they are left out.
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What is no text of the page itself: what tools say, what only paper shows, and items that are found with their tip.
_LEFT_OUT = etree.XPath(
    """
    .//*[@data-search-exclude or @popover or self::script or self::noscript or self::template or self::svg
        or self::select or self::button or contains(concat(' ', @class, ' '), ' headerlink ')
        or starts-with(@class, 'paper-') or contains(@class, ' paper-')]
    | .//form//*[@data-item]
    """
)
_TIPS = etree.XPath(".//section[@data-tip]")
_HEADINGS = etree.XPath(".//h2[@id]")
_HAS_FORM = etree.XPath("boolean(.//form[@data-form] | .//*[@data-document])")


@dataclass(frozen=True)
class SearchEntry:
    """A page as a whole, or a place on it.

    Attributes:
        anchor: The id of the place; empty for the page.
        title: Its heading.
        is_tip: Whether it is a tip, and not a heading of another kind.
        text: What it says, without its heading.
    """

    anchor: str
    title: str
    is_tip: bool
    text: str


@dataclass(frozen=True)
class SearchPage:
    """A page that can be found.

    Attributes:
        source: Its source file, within the folder of its language.
        address: Relative to the site's root.
        name: What the menu calls it.
        description: What it says of itself.
        whom: Whom it is for, the first of them: an audience, `training`, or `site` for a page about the site.
        audience: All whom it is for.
        section: The title of the part of the site that it belongs to; empty for the first page.
        words: What else people may type for it.
        entries: The page itself first, then its tips and headings.
    """

    source: str
    address: str
    name: str
    description: str
    whom: str
    audience: tuple[str, ...]
    section: str
    words: tuple[str, ...]
    entries: tuple[SearchEntry, ...]


def read_entries(content: html.HtmlElement) -> tuple[SearchEntry, ...]:
    """Read what can be found on a page: itself, and its tips and headings.

    A form and a document for paper are found as a whole: what they consist of is nothing without the rest.

    Args:
        content: The page's content, once it is filled in; see `read_content`.
    """
    # It is taken apart while it is read.
    tree = deepcopy(content)
    is_whole = _HAS_FORM(tree)
    for element in _LEFT_OUT(tree):
        if element.getparent() is not None:
            element.drop_tree()
    title = tree.find(".//h1")
    heading = _text(title) if title is not None else ""
    if title is not None:
        title.drop_tree()
    places = [] if is_whole else [*_take_tips(tree), *_take_headings(tree)]
    return (SearchEntry("", heading, False, _text(tree)), *places)


def folded_words(text: str) -> list[str]:
    """The words of a text as the search compares them: without capitals, accents and apostrophes.

    What a hyphen joins is one word here; overrides/scripts/search/folded-words.js does the same, and takes it apart.
    """
    return list(_folded_words(text))


# Checks and index ask for the same texts, and while somebody writes, again at each save.
@lru_cache(maxsize=20_000)
def _folded_words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFD", _APOSTROPHES.sub("", text))
    unmarked = _BEYOND_ASCII.sub(lambda sign: "" if unicodedata.category(sign[0]).startswith("M") else sign[0], plain)
    return tuple(_WORD.findall(unmarked.lower()))


def _take_tips(tree: html.HtmlElement) -> Iterator[SearchEntry]:
    for section in _TIPS(tree):
        heading = section.find("h2")
        title = _text(heading)
        heading.drop_tree()
        yield SearchEntry(section.get("data-tip"), title, True, _text(section))
        section.drop_tree()


def _take_headings(tree: html.HtmlElement) -> Iterator[SearchEntry]:
    """Take each heading with what stands below it, up to the next one."""
    for heading in _HEADINGS(tree):
        below = []
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            below.append(element)
        entry = SearchEntry(heading.get("id"), _text(heading), False, " ".join(map(_text, below)))
        for element in (heading, *below):
            element.drop_tree()
        yield entry


def _text(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())
