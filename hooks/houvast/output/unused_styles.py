"""Cuts a stylesheet to what a site uses: a theme's own is made for every site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
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
    """Collect what selectors can match.

    Args:
        pages: The finished pages; attributes stand in double quotes.
        scripts: The scripts that may add elements, classes and attributes to them.
    """
    tags = {tag for page in pages for tag in _TAG.findall(page)}
    words = {word for script in scripts for word in _WORD.findall(script)}
    return UsedElements(frozenset(_features(*tag) for tag in tags), frozenset(words))


@dataclass(frozen=True)
class Selector:
    """One selector of a rule: as it is written, and what it asks of each of the elements that it names."""

    text: str
    compounds: tuple[Features, ...]


@dataclass(frozen=True)
class Declaration:
    """A property or variable with its value; something else that stands in a rule has no name."""

    name: str
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule with selectors."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]

    @property
    def text(self) -> str:
        """As it is written."""
        selectors = ",".join(selector.text for selector in self.selectors)
        return f"{selectors}{{{';'.join(entry.text for entry in self.declarations)}}}"


@dataclass(frozen=True)
class Group:
    """Rules under a condition, such as `@media print`."""

    condition: str
    pieces: Styles

    @property
    def text(self) -> str:
        """As it is written."""
        return f"{self.condition}{{{self.pieces.text}}}"


@dataclass(frozen=True)
class OtherRule:
    """What has no selectors: its keyword with the "@", and the name of an animation where it is one."""

    text: str
    keyword: str
    animation: str = ""


@dataclass(frozen=True)
class Styles:
    """A stylesheet, as far as it has to be known to take something out of it."""

    pieces: tuple[Rule | Group | OtherRule, ...]

    @property
    def text(self) -> str:
        """As it is written."""
        return "".join(piece.text for piece in self.pieces)


@cache
def read_styles(stylesheet: str) -> Styles:
    """Read a stylesheet; kept, since the theme's stays the same while a server builds again and again."""
    return _read(tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True))


def select_rules(styles: Styles, wanted: Callable[[Selector], bool]) -> Styles:
    """Give a stylesheet with some of its selectors only; what is no rule with selectors stays."""

    def selected(rule: Rule) -> Rule:
        return replace(rule, selectors=tuple(filter(wanted, rule.selectors)))

    return _changed(styles, selected, lambda other: True)


def cut_styles(styles: Styles, used: UsedElements) -> Styles:
    """Cuts a stylesheet to the selectors that can match.

    Args:
        styles: The stylesheet.
        used: What `used_elements` gave.

    Returns:
        A stylesheet that looks the same on every page of the site. A selector stays where each of its parts matches an
        element, whether or not those stand in each other: it may keep a rule too many, and never loses one.
    """
    asked = frozenset(feature for part in _all_compounds(styles) for feature in part)
    # Most elements differ only in what no selector asks for.
    elements = {element & asked for element in used.elements}
    known: dict[Features, bool] = {}

    def can_match(part: Features) -> bool:
        if part not in known:
            needed = _fixed(part, used.words)
            known[part] = any(needed <= element for element in elements)
        return known[part]

    return select_rules(styles, lambda selector: all(map(can_match, selector.compounds)))


def drop_unused(
    styles: Styles, others: str = "", set_anew: Collection[str] = (), unwanted: Collection[str] = ()
) -> Styles:
    """Drop variables and animations that nothing uses, what is not wanted, and the rules that are empty then.

    Args:
        styles: The stylesheet.
        others: Stylesheets that may use its variables.
        set_anew: Variables that are set anew for the whole page in what comes after it.
        unwanted: Properties, and at-rules with their "@", to leave out.
    """
    while True:
        text = styles.text
        styles = _without_unused(styles, set(_VARIABLE.findall(text + others)) - {*set_anew}, unwanted)
        if styles.text == text:
            return styles


def _read(rules: list[Any]) -> Styles:
    pieces: list[Rule | Group | OtherRule] = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [
                Selector(tinycss2.serialize(part).strip(), tuple(_compounds(part))) for part in _parts(rule.prelude)
            ]
            pieces.append(Rule(tuple(selectors), tuple(_declarations(rule.content))))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            inner = _read(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            pieces.append(Group(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}", inner))
        elif rule.type == "at-rule":
            name = tinycss2.serialize(rule.prelude).strip() if rule.lower_at_keyword == "keyframes" else ""
            pieces.append(OtherRule(rule.serialize(), f"@{rule.lower_at_keyword}", name))
    return Styles(tuple(pieces))


def _declarations(content: list[Any]) -> Iterator[Declaration]:
    for entry in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        yield Declaration(entry.name if entry.type == "declaration" else "", entry.serialize())


def _changed(styles: Styles, change: Callable[[Rule], Rule], is_kept: Callable[[OtherRule], bool]) -> Styles:
    """Change each rule, and drop what has nothing left in it."""
    pieces: list[Rule | Group | OtherRule] = []
    for piece in styles.pieces:
        if isinstance(piece, Rule):
            rule = change(piece)
            if rule.selectors and rule.declarations:
                pieces.append(rule)
        elif isinstance(piece, Group):
            inner = _changed(piece.pieces, change, is_kept)
            if inner.pieces:
                pieces.append(replace(piece, pieces=inner))
        elif is_kept(piece):
            pieces.append(piece)
    return Styles(tuple(pieces))


def _without_unused(styles: Styles, variables: set[str], unwanted: Collection[str]) -> Styles:
    animated = " ".join(re.findall(r"animation[^;}]*", styles.text))

    def cut(rule: Rule) -> Rule:
        kept = [
            entry
            for entry in rule.declarations
            if (entry.name in variables if entry.name.startswith("--") else entry.name not in unwanted)
        ]
        return replace(rule, declarations=tuple(kept))

    return _changed(styles, cut, lambda other: other.keyword not in unwanted and other.animation in animated)


def set_for_the_page(stylesheet: str) -> set[str]:
    """Give the names of the variables that a stylesheet sets for the whole page."""
    rules = tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)
    roots = [rule.content for rule in rules if rule.type == "qualified-rule" and _is_root(rule.prelude)]
    return {entry.name for content in roots for entry in _declarations(content)}


def _is_root(prelude: list[Any]) -> bool:
    return any(tinycss2.serialize(part).strip() == ":root" for part in _parts(prelude))


def _all_compounds(styles: Styles) -> Iterator[Features]:
    for piece in styles.pieces:
        if isinstance(piece, Rule):
            for selector in piece.selectors:
                yield from selector.compounds
        elif isinstance(piece, Group):
            yield from _all_compounds(piece.pieces)


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
