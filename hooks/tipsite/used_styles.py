"""Cuts a stylesheet to what a site uses: a theme's own is made for every site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

# What a selector can ask of one element, and what an element has: its name, `.class`, `#id`, `[attribute]` and
# `[attribute=value]`.
Features = frozenset[str]

_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:[^>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = ("media", "supports", "container", "layer")
_COMBINATORS = (">", "+", "~")


@dataclass(frozen=True)
class UsedElements:
    """What stands on a site's pages.

    Attributes:
        elements: What each kind of element in the pages has.
        words: Every word of the scripts that may change the pages: whatever is called so may be on any element.
    """

    elements: frozenset[Features]
    words: frozenset[str]


def used_elements(pages: Iterable[str], scripts: Iterable[str]) -> UsedElements:
    """Collects what selectors can match.

    Args:
        pages: The finished pages; attributes stand in double quotes.
        scripts: The scripts that may add elements, classes and attributes to them.
    """
    tags = {tag for page in pages for tag in _TAG.findall(page)}
    words = {word for script in scripts for word in _WORD.findall(script)}
    return UsedElements(frozenset(_features(*tag) for tag in tags), frozenset(words))


def cut_styles(stylesheet: str, used: UsedElements) -> str:
    """Cuts a stylesheet to the selectors that can match.

    Args:
        stylesheet: The stylesheet.
        used: What `used_elements` gave.

    Returns:
        A stylesheet that looks the same on every page of the site. A selector stays where each of its parts matches an
        element, whether or not those stand in each other: it may keep a rule too many, and never loses one.
    """
    known: dict[Features, bool] = {}

    def matches(part: Features) -> bool:
        if part not in known:
            needed = _fixed(part, used.words)
            known[part] = any(needed <= element for element in used.elements)
        return known[part]

    return select_rules(stylesheet, lambda selector: all(map(matches, _compounds(selector))))


def drop_unused(stylesheet: str, others: str = "", set_after: str = "", unwanted: Collection[str] = ()) -> str:
    """Drops variables and animations that nothing uses, and what is not wanted.

    Args:
        stylesheet: The stylesheet.
        others: Stylesheets that may use its variables.
        set_after: A stylesheet that comes after it and may set some of its variables anew for the whole page.
        unwanted: Properties, and at-rules with their "@", to leave out.
    """
    set_anew = _set_for_the_page(set_after)
    while True:
        names = set(_VARIABLE.findall(stylesheet + others)) - set_anew
        shorter = _without_unused(stylesheet, names, unwanted)
        if shorter == stylesheet:
            return stylesheet
        stylesheet = shorter


def select_rules(stylesheet: str, wanted: Callable[[list[Any]], bool]) -> str:
    """Gives a stylesheet with some of its selectors only.

    Args:
        stylesheet: The stylesheet; what is no rule with selectors stays.
        wanted: Whether a selector stays, as tinycss2 reads it.
    """
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    return "".join(_selected(rules, wanted))


def _selected(rules: list[Any], wanted: Callable[[list[Any]], bool]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _parts(rule.prelude) if wanted(part)]
            if selectors:
                prelude = ",".join(tinycss2.serialize(part).strip() for part in selectors)
                yield f"{prelude}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            entries = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            inner = "".join(_selected(entries, wanted))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _parts(prelude: list[Any]) -> list[list[Any]]:
    """A list of selectors, one by one."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _compounds(selector: list[Any]) -> Iterator[Features]:
    """What a selector asks of each of the elements that it names; of pseudo-classes it asks nothing."""
    asked: set[str] = set()
    before = ""
    for token in selector:
        sign = token.value if token.type == "literal" else ""
        if token.type == "whitespace" or sign in _COMBINATORS:
            yield frozenset(asked)
            asked = set()
        elif token.type == "hash":
            asked.add(f"#{token.value}")
        elif token.type == "ident" and before != ":":
            asked.add(f".{token.value}" if before == "." else token.lower_value)
        elif token.type == "[] block":
            asked.update(_attribute_asked(token))
        before = sign
    yield frozenset(asked)


def _attribute_asked(block: Any) -> Iterator[str]:
    inner = [part.value for part in block.content if part.type in ("ident", "string", "literal")]
    name, operator, value = (*inner, "", "", "")[:3]
    yield f"[{name}]"
    if operator == "=":
        yield f"[{name}={value}]"


def _features(name: str, attributes: str) -> Features:
    found = {name.lower()}
    for attribute, value in _ATTRIBUTE.findall(attributes):
        found |= {f"[{attribute}]", f"[{attribute}={value}]"}
        if attribute == "class":
            found.update(f".{part}" for part in value.split())
        elif attribute == "id":
            found.add(f"#{value}")
    return frozenset(found)


def _fixed(asked: Features, words: frozenset[str]) -> Features:
    """What of it no script can have added."""
    return frozenset(feature for feature in asked if (_WORD.search(feature) or [""])[0] not in words)


def _without_unused(stylesheet: str, used: set[str], unwanted: Collection[str]) -> str:
    """Drops properties, variables and animations that nothing uses, and the rules that are empty then."""
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    animated = " ".join(re.findall(r"animation[^;}]*", stylesheet))

    def is_kept(name: str) -> bool:
        return name in used if name.startswith("--") else name not in unwanted

    return "".join(
        _rule_without(rule, is_kept, animated)
        for rule in rules
        if rule.type != "at-rule" or f"@{rule.lower_at_keyword}" not in unwanted
    )


def _set_for_the_page(stylesheet: str) -> set[str]:
    """The variables that a stylesheet sets for everything."""
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    roots = [rule.content for rule in rules if rule.type == "qualified-rule" and _is_root(rule.prelude)]
    return {entry.name for content in roots for entry in tinycss2.parse_blocks_contents(content, True, True)}


def _is_root(prelude: list[Any]) -> bool:
    return any(tinycss2.serialize(part).strip() == ":root" for part in _parts(prelude))


def _rule_without(rule: Any, is_kept: Callable[[str], bool], animated: str) -> str:
    if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
        entries = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        inner = "".join(_rule_without(entry, is_kept, animated) for entry in entries)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    if rule.type == "at-rule" and rule.lower_at_keyword == "keyframes":
        return str(rule.serialize()) if tinycss2.serialize(rule.prelude).strip() in animated else ""
    if rule.type != "qualified-rule":
        return str(rule.serialize())
    declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    kept = [entry.serialize() for entry in declarations if entry.type != "declaration" or is_kept(entry.name)]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}" if kept else ""
