"""Checks numbers and links on finished pages: there no way of writing hides them, and texts of data are there too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html

from houvast.checks.outward_links import foreign_addresses, not_linked_to
from houvast.checks.phone_numbers import not_confirmed, unconfirmed_numbers, without_years
from houvast.data.helplines import as_dialled

# The text of a page but for samples of code. Elements that stand within a line are named; what is in any other is apart
# from what is before and behind it, on lines of its own.
_TEXT = etree.XSLT(
    etree.XML("""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="*"><xsl:text>&#10;</xsl:text><xsl:apply-templates/><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="a | abbr | b | bdi | bdo | cite | code | dfn | em | i | kbd | mark | q | s | samp | small | span
    | strong | sub | sup | time | u | var | wbr"><xsl:apply-templates/></xsl:template>
  <xsl:template match="script | style | pre"><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="comment() | processing-instruction()"/>
  <xsl:template match="text()"><xsl:value-of select="translate(., '&#9;&#10;&#13;', '   ')"/></xsl:template>
</xsl:stylesheet>""")
)
_SPACE = re.compile(r"\s+")
_SAID_IN_ATTRIBUTES = etree.XPath(
    "//@alt | //@title | //@aria-label | //@aria-description | //@placeholder | //@label | //option/@value"
    " | //input/@value | //meta[@name]/@content",
    smart_strings=False,
)
_LEADING = "href src srcset action formaction data poster cite ping background xlink:href"
_ADDRESSED = etree.XPath(
    f"//@*[contains(., ':') or contains(., '//')][contains(' {_LEADING} ', concat(' ', name(), ' '))]",
    smart_strings=False,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DIGITS = re.compile(r"\d\d")
_SIGNS_OF_ADDRESS = re.compile(r"//|www\.|:", re.IGNORECASE)
# An example says that it is one (RFC 2606).
_RESERVED = re.compile(r"https?://example\.(?:org|com|net)\b")
# No number of a phone is as short, but for those of emergencies and of help.
_MAX_DIGITS_IN_SAMPLES = 6


@dataclass(frozen=True)
class KnownPlaces:
    """What readers may be led to.

    Attributes:
        numbers: The help numbers, as readers see them.
        addresses: The pages outside the site, to the letter but for a slash at the end.
        own: Where the site itself lies, or nothing.
    """

    numbers: Collection[str]
    addresses: Collection[str]
    own: str = ""

    def has(self, address: str) -> bool:
        """Whether it is one of them, or within the site."""
        scheme = _SCHEME.match(address)
        if scheme is None or scheme[0].lower() == "data:" or (self.own and address.startswith(self.own)):
            return True
        if scheme[0] == "tel:":
            return address.removeprefix("tel:") in self._dialled
        return address.rstrip("/") in self._named

    @cached_property
    def _dialled(self) -> frozenset[str]:
        return frozenset(map(as_dialled, self.numbers))

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(address.rstrip("/") for address in self.addresses)


def check_published(page: html.HtmlElement, known: KnownPlaces, *, has_samples: bool) -> dict[str, str]:
    """Find numbers and addresses that nobody has confirmed on a finished page.

    Args:
        page: The page.
        known: What readers may be led to.
        has_samples: Whether short numbers in samples of code may be anything: on pages for nobody in particular.

    Returns:
        What is wrong, as sentences, each with the number or address as it stands there.
    """
    said = "\n".join((str(_TEXT(page)), *_SAID_IN_ATTRIBUTES(page)))
    samples = "\n".join(sample.text_content() for sample in page.iter("pre"))
    numbers = list(unconfirmed_numbers(without_years(_lines_with(_DIGITS, said)), known.numbers))
    numbers += [
        number
        for number in unconfirmed_numbers(samples, known.numbers)
        if not has_samples or sum(map(str.isdigit, number)) > _MAX_DIGITS_IN_SAMPLES
    ]
    addresses = list(foreign_addresses(_lines_with(_SIGNS_OF_ADDRESS, said), known.addresses))
    addresses += [found for found in foreign_addresses(samples, known.addresses) if not _RESERVED.match(found)]
    addresses += [address for address in _targets(page) if not known.has(address)]
    found = {not_confirmed(number): number for number in numbers}
    return found | {not_linked_to(address): address for address in addresses}


def place_in_sources(text: str, sources: Iterable[tuple[str, str]]) -> tuple[str, int] | None:
    """Look for the place at which something on a page was written.

    Args:
        text: What is looked for.
        sources: The paths and texts of files, the likeliest first.

    Returns:
        The path and the line, counted from 1; None where it stands nowhere as it is, such as a number in two parts.
    """
    found = ((path, source, source.find(text)) for path, source in sources)
    return next(((path, source.count("\n", 0, place) + 1) for path, source, place in found if place >= 0), None)


def _lines_with(sign: re.Pattern[str], text: str) -> str:
    """The few lines of a page that can have what is looked for: looking closely takes longer."""
    places = ((text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())) for found in sign.finditer(text))
    return "\n".join(_SPACE.sub(" ", text[start : None if end < 0 else end]) for start, end in dict.fromkeys(places))


def _targets(page: html.HtmlElement) -> Iterator[str]:
    return (target.strip() for target in dict.fromkeys(_ADDRESSED(page)))
