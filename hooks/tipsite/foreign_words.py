"""Marks words of another language on a finished page with their language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_TAG = r"""<(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>"""
_PIECE = re.compile(rf"<!--.*?-->|{_TAG}|<!doctype[^>]*>|[^<]+|<", re.DOTALL | re.IGNORECASE)
# What holds no markup or is no text, and what says its own language already.
_LEFT_ALONE = {"script", "style", "title", "textarea", "option", "svg", "code", "pre"}
_OWN_LANGUAGE = re.compile(r"\slang=")


def with_marked_words(page: str, language: str, words: Mapping[str, Sequence[str]]) -> str:
    """Gives a page on which words of other languages say what they are, as `<span lang="…">`.

    A regular expression reads the page, not a parser, so that the rest of it stays as it is to the letter. Attributes
    and what has a language of its own already stay as they are.

    Args:
        page: The whole page.
        language: Its language.
        words: The words of each language; whole words count, as they are written, and the longest of them.
    """
    marked = {word: other for other, listed in words.items() if other != language for word in listed}
    if not marked:
        return page
    longest_first = sorted(marked, key=len, reverse=True)
    found = re.compile("|".join(rf"(?<!\w){_with_any_space(word)}(?!\w)" for word in longest_first))
    pieces: list[str] = []
    waiting_for, depth = "", 0
    for piece in _PIECE.finditer(page):
        name = piece["name"]
        if name and waiting_for in ("", name):
            if waiting_for:
                depth += -1 if piece["end"] else 1
                waiting_for = waiting_for if depth else ""
            elif not piece["end"] and (name in _LEFT_ALONE or (name != "html" and _OWN_LANGUAGE.search(piece["rest"]))):
                waiting_for, depth = name, 1
        is_text = not waiting_for and not piece[0].startswith("<")
        pieces.append(found.sub(lambda word: _mark(word[0], marked), piece[0]) if is_text else piece[0])
    return "".join(pieces)


def _with_any_space(word: str) -> str:
    return r"\s+".join(map(re.escape, word.split()))


def _mark(word: str, languages: Mapping[str, str]) -> str:
    return f'<span lang="{languages[" ".join(word.split())]}">{word}</span>'
