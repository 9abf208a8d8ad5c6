"""What a YAML file may say, as shapes put together like the file itself; each mistake is told with its line.

A library for this stops at the first mistake or tells no line, and the editor of a data file needs every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from houvast.data.problem import Mistake
from houvast.data.suggestion import nearest
from houvast.data.yaml_files import entries, line_of

_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
# What YAML takes a text without quotes for.
_READ_AS = {"int": "a number", "float": "a number", "bool": "yes or no", "timestamp": "a date"}


class Shape(Protocol):
    """What one value may be."""

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        """Find what is wrong with a value.

        Args:
            node: The value.
            called: What messages call it, as in "'number' of 'awel'".
            line: The line of its key, for what is missing in it.
        """


@dataclass(frozen=True)
class Text:
    """A text that says something.

    Attributes:
        one_of: All that it may say; empty for anything.
        like: What it has to match as a whole.
        example: How it is written, for the message.
    """

    one_of: Collection[str] = ()
    like: re.Pattern[str] | None = None
    example: str = "…"

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        if not isinstance(node, yaml.ScalarNode) or node.tag == f"{_TAG}null":
            yield _no(node, called, line, "a text", f"Write a text: `{self.example}`.")
        elif node.tag != _TEXT:
            what = f"{called} is read as {_READ_AS.get(node.tag.removeprefix(_TAG), 'something else than a text')}."
            yield Mistake(line_of(node), what, f'Put it in quotes: `"{node.value}"`.')
        elif not node.value.strip():
            yield Mistake(line_of(node), f"{called} is an empty text.", f"Write a text: `{self.example}`.")
        elif self.one_of and node.value not in self.one_of:
            yield Mistake(line_of(node), f"{called} cannot be '{node.value}'.", meant(node.value, self.one_of))
        elif self.like and not self.like.fullmatch(node.value):
            yield Mistake(line_of(node), f"{called} cannot be '{node.value}'.", f"Write it as in `{self.example}`.")


@dataclass(frozen=True)
class Whole:
    """A whole number between two others."""

    least: int
    most: int

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        remedy = f"Write a whole number from {self.least} to {self.most}, without quotes."
        is_number = isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}int" and re.fullmatch(r"\d+", node.value)
        if not is_number:
            yield _no(node, called, line, "a whole number", remedy)
        elif not self.least <= int(node.value) <= self.most:
            yield Mistake(line_of(node), f"{called} cannot be {node.value}.", remedy)


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        if not isinstance(node, yaml.ScalarNode) or node.tag != f"{_TAG}bool":
            yield _no(node, called, line, "true or false", "Write `true` or `false`, without quotes.")


@dataclass(frozen=True)
class Anything:
    """What its own reader checks, with a message of its own."""

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        yield from ()


@dataclass(frozen=True)
class OrEmpty:
    """Something, or nothing behind the colon, or `""`: for what somebody may fill in later."""

    shape: Shape

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        if node.tag != f"{_TAG}null" and node.value != "":
            yield from self.shape.mistakes(node, called, line)


@dataclass(frozen=True)
class ListOf:
    """A list.

    Attributes:
        each: What each entry is.
        may_be_empty: Whether it may have none; a check that looks for nothing is switched off in silence.
    """

    each: Shape = field(default_factory=Text)
    may_be_empty: bool = False

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        if not isinstance(node, yaml.SequenceNode):
            yield _no(node, called, line, "a list", "Write a list: `[…, …]`, or lines that begin with `- `.")
        elif not node.value and not self.may_be_empty:
            yield Mistake(line_of(node), f"{called} is an empty list.", "Write what belongs there.")
        else:
            for number, entry in enumerate(node.value, 1):
                yield from self.each.mistakes(entry, f"entry {number} of {called}", line_of(entry))


@dataclass(frozen=True)
class Either:
    """A text, or a list."""

    text: Text
    many: ListOf

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        shape: Shape = self.many if isinstance(node, yaml.SequenceNode) else self.text
        yield from shape.mistakes(node, called, line)


@dataclass(frozen=True)
class Named:
    """Entries with names that an editor gives.

    Attributes:
        each: What stands under each name.
        name: What each name is.
        may_be_empty: Whether there may be none.
    """

    each: Shape = field(default_factory=Text)
    name: Text = field(default_factory=Text)
    may_be_empty: bool = False

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        if not isinstance(node, yaml.MappingNode):
            yield _no(node, called, line, "entries with names", "Write `name: …` on lines of their own.")
            return
        if not node.value and not self.may_be_empty:
            yield Mistake(line, f"{called} has no entries.", "Write what belongs there.")
        for key, _ in node.value:
            yield from self.name.mistakes(key, f"a name in {called}", line_of(key))
        for name, at, value in entries(node):
            yield from self.each.mistakes(value, _part(name, called), at)


@dataclass(frozen=True)
class Fields:
    """Entries with names that are known.

    Attributes:
        required: Those that have to be there.
        optional: Those that may be there.
    """

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        known = {**self.required, **self.optional}
        if not isinstance(node, yaml.MappingNode):
            yield _no(node, called, line, "entries with names", f"It has: {', '.join(known)}.")
            return
        said = {name for name, _, _ in entries(node)}
        misspelt = set()
        for name, at, value in entries(node):
            if name in known:
                yield from known[name].mistakes(value, _part(name, called), at)
            else:
                left = [key for key in known if key not in said]
                misspelt |= {nearest(name, left)} - {""}
                yield Mistake(at, f"{called} cannot have '{name}'.", meant(name, known, preferred=left))
        for name in self.required.keys() - said - misspelt:
            yield Mistake(line, f"{called} has no '{name}'.", f"Add a line `{name}: …`.")


@dataclass(frozen=True)
class Nested:
    """Texts under names, and under names of names."""

    def mistakes(self, node: yaml.Node, called: str, line: int) -> Iterator[Mistake]:
        shape: Shape = Named(self) if isinstance(node, yaml.MappingNode) else Text()
        yield from shape.mistakes(node, called, line)


def meant(name: str, known: Collection[str], preferred: Collection[str] = ()) -> str:
    """The remedy for a name that is not known: the nearest one, if any is near, and all of them."""
    near = nearest(name, preferred) or nearest(name, known)
    return f"{f'Did you mean {near!r}? ' if near else ''}Use: {', '.join(known)}."


def _part(name: str, whole: str) -> str:
    # The whole file needs no name: the message begins with it.
    return f"'{name}'" if whole == WHOLE_FILE else f"'{name}' of {whole}"


WHOLE_FILE = "the file"


def _no(node: yaml.Node, called: str, line: int, wanted: str, remedy: str) -> Mistake:
    """Something else than what is wanted."""
    if node.tag == f"{_TAG}null":
        return Mistake(line, f"{called} is empty.", remedy)
    found = repr(node.value) if isinstance(node, yaml.ScalarNode) else "entries with names"
    found = "a list" if isinstance(node, yaml.SequenceNode) else found
    return Mistake(line, f"{called} has to be {wanted}, and is {found}.", remedy)
