"""Cuts a stylesheet to what a site uses: a theme's own is made for every site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

import tinycss2

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = ("media", "supports", "container", "layer")


def used_words(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Collects every word that can be a part of a selector that matches something.

    Args:
        pages: The finished pages.
        scripts: The scripts that may add elements, classes and attributes to them.

    Returns:
        The words in the tags of the pages (names, classes, ids, attributes) and all words of the scripts. More words
        than needed keep a rule too many; they never lose one.
    """
    words: set[str] = set()
    for page in pages:
        for tag in set(_TAG.findall(page)):
            words.update(_WORD.findall(tag))
    for script in scripts:
        words.update(_WORD.findall(script))
    return words


def cut_styles(stylesheet: str, words: Collection[str], other_styles: str = "") -> str:
    """Cuts a stylesheet to the selectors that can match, and to the variables that are used.

    Args:
        stylesheet: The stylesheet.
        words: What `used_words` gave.
        other_styles: Stylesheets that stay as they are and may use its variables.

    Returns:
        A stylesheet that looks the same on every page that the words were collected from.
    """
    kept = _cut(tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True), words)
    while True:
        used = set(_VARIABLE.findall(kept + other_styles)) | {word for word in words if word.startswith("--")}
        shorter = _without_variables(kept, used)
        if shorter == kept:
            return kept
        kept = shorter


def _cut(rules: list[Any], words: Collection[str]) -> str:
    written = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _parts(rule.prelude) if _can_match(part, words)]
            if selectors:
                prelude = ",".join(tinycss2.serialize(part).strip() for part in selectors)
                written.append(f"{prelude}{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            inner = _cut(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), words)
            if inner:
                written.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}")
        elif rule.type == "at-rule":
            written.append(rule.serialize())
    return "".join(written)


def _parts(prelude: list[Any]) -> list[list[Any]]:
    """A list of selectors, one by one."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _can_match(selector: list[Any], words: Collection[str]) -> bool:
    before = ""
    for token in selector:
        if token.type == "hash" or (token.type == "ident" and before != ":"):
            if token.value not in words:
                return False
        elif token.type == "[] block":
            inner = [part for part in token.content if part.type in ("ident", "string", "literal")]
            name, operator, value = ([part.value for part in inner] + ["", "", ""])[:3]
            if name not in words or (operator == "=" and value and not _is_known(value, words)):
                return False
        before = token.value if token.type == "literal" else ""
    return True


def _is_known(value: str, words: Collection[str]) -> bool:
    """Whether an attribute can have this value: every word of it is there; what is no word is not looked at."""
    return all(word in words for word in _WORD.findall(value))


def _without_variables(stylesheet: str, used: Collection[str]) -> str:
    """Drops the declarations of variables that nothing uses, and the rules that are empty then."""
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    return "".join(_rule_without(rule, used) for rule in rules)


def _rule_without(rule: Any, used: Collection[str]) -> str:
    if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
        inner = "".join(_rule_without(entry, used) for entry in tinycss2.parse_rule_list(rule.content, True, True))
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    if rule.type != "qualified-rule":
        return str(rule.serialize())
    declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    kept = [
        entry.serialize()
        for entry in declarations
        if entry.type != "declaration" or not entry.name.startswith("--") or entry.name in used
    ]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}" if kept else ""
