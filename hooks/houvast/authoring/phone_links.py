"""Makes the help numbers in a text links that a phone can call."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from houvast.data.helplines import as_dialled


class PhoneNumberProcessor(InlineProcessor):
    """Makes a known help number a link that a phone can call."""

    # A link in a link is invalid, and headings are links of their own.
    ANCESTOR_EXCLUDES = ("a", "h1", "h2", "h3")

    def __init__(self, numbers: Iterable[str], md: Markdown) -> None:
        longest_first = sorted(numbers, key=len, reverse=True)
        super().__init__(r"(?<![\w/-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w/-])", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        """Give the link for a number that was found."""
        link = etree.Element("a", {"class": "phone", "href": "tel:" + as_dialled(m[1])})
        link.text = m[1]
        return link, m.start(0), m.end(0)
