"""The passages of a Markdown file, for checks that read sentences: a paragraph, an item of a list, a title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from houvast.authoring.block_syntax import CLOSING, ENTRY, HEADING, OPENING, OPTION_KEY
from houvast.authoring.source_lines import prose_lines
from houvast.authoring.training_entries import NOT_MEANT

# An item, a row of a table or a quotation begins anew; the rest goes on where the line above ended.
_START = re.compile(r"^ {0,3}(?:[-*+] |\d+[.)] |\|)")
_QUOTE = re.compile(r"^ {0,3}> ?")
# What nobody reads as words: code, and the addresses of links.
_UNSAID = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|(?<=\])\([^)\s]*\)")
# A standing sentence is one by itself.
_SENTENCE_END = re.compile(r"[.?!][\"”’*_)\]]*(?=\s|$)|\||\]\]")


@dataclass(frozen=True)
class SourcePassage:
    """A paragraph, an item or a title, on one line.

    Attributes:
        text: The words; what nobody reads as words is left blank.
        level: Of a heading its level, from 1 to 6; of anything else 0.
        starts: Where each of its lines begins in the text.
        lines: The numbers of these lines in the file.
    """

    text: str
    level: int
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, place: int) -> int:
        """The line in the file of a place in the text."""
        return self.lines[bisect_right(self.starts, place) - 1]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """The sentences, each with its place in the text; what stands between two bars is one by itself."""
        start = 0
        ends = [found.end() for found in _SENTENCE_END.finditer(self.text)]
        for end in (*ends, len(self.text)):
            said = self.text[start:end]
            if said.strip(" |"):
                yield start + len(said) - len(said.lstrip()), said.strip().rstrip("|")
            start = end


# Several checks ask for the passages of the same page.
@lru_cache(maxsize=64)
def source_passages(markdown: str, first_line: int) -> tuple[SourcePassage, ...]:
    """Give the passages of a text, without code, options of blocks and what wrong answers say.

    Args:
        markdown: The text, without front matter.
        first_line: The line in the file at which the text begins, counted from 1.
    """
    return tuple(_passages(markdown, first_line))


def _passages(markdown: str, first_line: int) -> Iterator[SourcePassage]:
    pieces: list[tuple[int, str]] = []
    for number, line in prose_lines(markdown, first_line):
        title = OPENING.match(line) or HEADING.match(line)
        is_no_text = not line.strip() or any(sign.match(line) for sign in (OPENING, HEADING, CLOSING, OPTION_KEY))
        if pieces and (is_no_text or _START.match(line) or number != pieces[-1][0] + 1):
            yield _passage(pieces)
            pieces = []
        if title and (title["title"] or "").strip():
            yield _passage([(number, title["title"])], len(title.groupdict().get("signs") or ""))
        elif not is_no_text:
            pieces.append((number, _QUOTE.sub("", line)))
    if pieces:
        yield _passage(pieces)


def _passage(pieces: list[tuple[int, str]], level: int = 0) -> SourcePassage:
    starts, text = [], ""
    for _, line in pieces:
        starts.append(len(text))
        text += f"{line.strip()} "
    text = _UNSAID.sub(lambda found: " " * len(found[0]), _without_what_is_not_meant(text))
    return SourcePassage(text.rstrip(), level, tuple(starts), tuple(number for number, _ in pieces))


def _without_what_is_not_meant(text: str) -> str:
    """A passage with spaces for what a wrong answer or a lesser choice says: readers learn not to say it."""
    entry = ENTRY.match(text)
    if entry is None or entry["kind"].strip() not in NOT_MEANT:
        return text
    name, bar, rest = entry["rest"].partition("|")
    end = entry.start("rest") + len(name + bar + rest.partition("|")[0])
    return " " * end + text[end:]
