"""Keeps numbers and names whole on a page that is written from right to left.

Without that "0800-2000" shows as "2000-0800" there, since Arabic letters turn the parts of a number around.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from houvast.data.foreign_words import texts_between
from houvast.data.helplines import Country

# So that they stand right in copied text as well, where no element says so; outside the link, to be copied with none.
_MARK = "\u200e"
_PHONE = '<a class="phone"'
_FOREIGN = re.compile(r'<span (?=lang="[a-z-]+">)')


def names_with_numbers(countries: Iterable[Country]) -> frozenset[str]:
    """Give what has figures and other signs in what is said of help numbers: numbers, names and sites."""
    lines = [line for country in countries for line in country.lines]
    said = {text for line in lines for text in (line.number, line.name, line.chat, line.seen_on)}
    return frozenset(text for text in said if any(map(str.isdigit, text)) and not text.isdigit())


def with_isolated_numbers(page: str, names: Collection[str]) -> str:
    """Give a page from right to left on which what reads from left to right says so.

    Args:
        page: The whole page, with words of other languages marked.
        names: What `names_with_numbers` gives.
    """
    longest_first = sorted(names, key=len, reverse=True)
    found = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/-])")
    pieces, before = [], ""
    for piece, is_text in texts_between(page):
        # The link of a number is isolated itself.
        if is_text and not before.startswith(_PHONE) and any(map(str.isdigit, piece)):
            piece = found.sub(lambda name: f'{_MARK}<bdi dir="ltr">{name[0]}</bdi>', piece)
        pieces.append(piece)
        before = piece
    marked = _FOREIGN.sub('<span dir="ltr" ', "".join(pieces))
    return marked.replace(_PHONE, f'{_MARK}{_PHONE} dir="ltr"')
