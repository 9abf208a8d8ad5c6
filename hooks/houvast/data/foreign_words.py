"""Marks words of another language on a finished page with their language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from houvast.data.glossary import with_any_space

# Comments and tags, as pieces between the texts; a tag may have a ">" in what an attribute says.
_MARKUP = re.compile(r"""(<!--.*?-->|<[a-z/!](?:[^>"']++|"[^"]*"|'[^']*')*+>)""", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"<(?P<end>/?)(?P<name>[a-z][\w-]*)", re.IGNORECASE)
# What holds no markup or is no text, and what says its own language already.
_LEFT_ALONE = {"script", "style", "title", "textarea", "option", "svg", "code", "pre"}
_OWN_LANGUAGE = re.compile(r"\slang\s*=", re.IGNORECASE)
# Elements that hold nothing and have no end (HTML standard, void elements): nothing in them is to be left alone.
_WITHOUT_END = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def with_marked_words(page: str, language: str, words: Mapping[str, Sequence[str]]) -> str:
    """Give a page on which words of other languages say what they are, as `<span lang="…">`.

    A regular expression reads the page, not a parser, so that the rest of it stays as it is to the letter. Attributes
    and what has a language of its own already stay as they are.

    Args:
        page: The whole page.
        language: Its language.
        words: The words of each language; whole words count, as they are written, and the longest of them.
    """
    others = {word: other for other, listed in words.items() if other != language for word in listed}
    # Most pages have none or a few; to look for the parts of each takes next to nothing.
    marked = {word: other for word, other in others.items() if all(part in page for part in word.split())}
    if not marked:
        return page
    longest_first = sorted(marked, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(with_any_space, longest_first))})(?!\w)")
    if not found.search(page):
        return page
    return "".join(
        found.sub(lambda word: _mark(word[0], marked), piece) if is_text else piece
        for piece, is_text in texts_between(page)
    )


def texts_between(page: str) -> list[tuple[str, bool]]:
    """Take a page apart: each piece with whether it is a text, and in the language of the page."""
    waiting_for, depth = "", 0
    pieces: list[tuple[str, bool]] = []
    # Texts and markup by turns.
    for index, piece in enumerate(_MARKUP.split(page)):
        pieces.append((piece, index % 2 == 0 and not waiting_for))
        tag = _NAME.match(piece) if index % 2 else None
        if tag and (waiting_for or _starts_left_alone(tag, piece)):
            name = tag["name"].lower()
            waiting_for = waiting_for or name
            if name == waiting_for and not _closes_itself(name, piece):
                depth += -1 if tag["end"] else 1
                waiting_for = waiting_for if depth else ""
    return pieces


def _starts_left_alone(tag: re.Match[str], markup: str) -> bool:
    name = tag["name"].lower()
    if tag["end"] or name in _WITHOUT_END or _closes_itself(name, markup):
        return False
    return name in _LEFT_ALONE or (name != "html" and bool(_OWN_LANGUAGE.search(markup)))


def _closes_itself(name: str, markup: str) -> bool:
    """Whether an element ends where it begins: only a drawing may, elsewhere browsers ignore it."""
    return name == "svg" and markup.endswith("/>")


def _mark(word: str, languages: Mapping[str, str]) -> str:
    return f'<span lang="{languages[" ".join(word.split())]}">{word}</span>'
