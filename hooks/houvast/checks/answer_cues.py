"""Whether somebody who reads nothing could answer the training: by the length of what can be chosen, or its place.

A cue is a way to choose without reading. How often each of them may be right stands here, and nowhere else:

- Over all modules of a language together: in at most `MAX_PERCENT_RIGHT` of a hundred steps and questions.
- In one module: in as many of its own, and `MORE_IN_A_MODULE` more since it has few: of nine in four, of ten in five.

Where all modules together go over, every module that has more than its part is named, so that there always is one.
Whoever chooses what can be defended too passes as well: an `[also]` counts as right. Where options are equally long,
somebody who goes by length has to guess among them: that counts as right only if each of them is. So it is enough to
make another option as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from houvast.authoring.source_blocks import Scan, SourceBlock
from houvast.data.problem import Problem
from houvast.model.training import in_mixed_order

MAX_PERCENT_RIGHT = 40
MORE_IN_A_MODULE = 1
# Of a hundred wrong options, how many may have the same mould: see houvast.checks.answer_moulds.
MAX_PERCENT_OF_A_MOULD = 10
RIGHT = ("better", "also", "right")


@dataclass(frozen=True)
class Option:
    """What can be chosen in a step or a question.

    Attributes:
        name: Unique where it stands and the same in every language.
        text: What a reader sees of it.
        is_right: Whether the page says of it that it is right, better or can be defended.
        line: The line at which it is written.
    """

    name: str
    text: str
    is_right: bool
    line: int


@dataclass(frozen=True)
class Item:
    """A step or a question.

    Attributes:
        asks: `step`, or as a question does.
        options: What can be chosen, in the order in which the page shows it.
    """

    asks: str
    options: tuple[Option, ...]

    def as_long_as(self, place: int) -> list[Option]:
        """The options that are exactly as long as the one at a place, the longest being at 0."""
        length = sorted((len(option.text) for option in self.options), reverse=True)[place]
        return [option for option in self.options if len(option.text) == length]


@dataclass(frozen=True)
class Cue:
    """A way to choose without reading.

    Attributes:
        what: What somebody does who goes by it.
        remedy: What an author does about it.
        asks: In which steps and questions.
        choose: The options that are chosen.
    """

    what: str
    remedy: str
    asks: tuple[str, ...]
    choose: Callable[[Item], Sequence[Option]]


_LENGTHS = "Make other options as long, or these shorter."
_ONE_OF_THEM = ("step", "one", "say")


def _longest_of_several(item: Item) -> list[Option]:
    """As many of the longest as are right."""
    shortest = len(item.as_long_as(sum(option.is_right for option in item.options) - 1)[0].text)
    return [option for option in item.options if len(option.text) >= shortest]


# Of a question with several answers no single option is the answer: to go by length there is to choose the longest
# ones. That is a cue of its own, as it is right by chance in one of six or ten, and would make the others look better.
CUES = {
    "longest": Cue("choosing the longest option", _LENGTHS, _ONE_OF_THEM, lambda item: item.as_long_as(0)),
    "second": Cue("choosing the second longest option", _LENGTHS, _ONE_OF_THEM, lambda item: item.as_long_as(1)),
    "first": Cue(
        "choosing the first option",
        "Put other options first: in a step their order is yours, in a question it follows from their names.",
        _ONE_OF_THEM,
        lambda item: item.options[:1],
    ),
    "longest-of-several": Cue("choosing just the longest options", _LENGTHS, ("several",), _longest_of_several),
}
# What is measured and has no limit, so that whoever mends one cue sees if another one comes up.
OTHER_CUES = {
    "shortest": Cue("choosing the shortest option", _LENGTHS, _ONE_OF_THEM, lambda item: item.as_long_as(-1)),
    "last": Cue("choosing the last option", "", _ONE_OF_THEM, lambda item: item.options[-1:]),
}


@dataclass(frozen=True)
class Hits:
    """How far somebody comes in some steps and questions who goes by a cue.

    Attributes:
        found: The options by which they are right, for each step and question in which they are.
        total: How many steps and questions there are for it.
    """

    found: tuple[tuple[Option, ...], ...]
    total: int

    def __add__(self, other: Hits) -> Hits:
        """Those of both together."""
        return Hits(self.found + other.found, self.total + other.total)

    def most(self, more: int = 0) -> int:
        """In how many they may be right."""
        return MAX_PERCENT_RIGHT * self.total // 100 + more

    def are_over(self, more: int = 0) -> bool:
        """Whether they are right more often than that."""
        return len(self.found) > self.most(more)


def hits(cue: Cue, items: Sequence[Item]) -> Hits:
    """Goes by a cue in all steps and questions for which it is one."""
    tried = [tuple(cue.choose(item)) for item in items if item.asks in cue.asks and len(item.options) > 1]
    return Hits(tuple(chosen for chosen in tried if all(option.is_right for option in chosen)), len(tried))


def items_of(scan: Scan) -> list[Item]:
    """The steps and questions of a page, those that ask for an order left out: all that they offer is right."""
    return [
        Item(str(block.options.get("kind")) if block.kind == "question" else "step", tuple(_options_of(block)))
        for block in scan.blocks
        if block.kind == "step" or (block.kind == "question" and block.options.get("kind") != "order")
    ]


def _options_of(block: SourceBlock) -> Iterator[Option]:
    written = {entry.entry.name: entry for entry in block.entries}
    names = list(written)
    for name in in_mixed_order(names, str(block.options.get("id"))) if block.kind == "question" else names:
        entry = written[name].entry
        yield Option(name, entry.text, entry.kind in RIGHT, written[name].line)


def modules_with_items(scans: Mapping[str, Scan]) -> Iterator[tuple[str, SourceBlock, list[Item]]]:
    """The modules of a language: their pages, the lines at which they begin, and their steps and questions."""
    for page, scan in scans.items():
        for block in scan.blocks:
            if block.kind == "module":
                yield page, block, items_of(scan)


def check_cues(scans: Mapping[str, Scan], root: str) -> Iterator[Problem]:
    """Check that nobody gets through the modules of a language by a cue.

    Args:
        scans: The pages, by their source files.
        root: The docs folder as written in messages.

    Yields:
        A problem for each module and each cue by which too much of it can be answered.
    """
    modules = list(modules_with_items(scans))
    for cue in CUES.values():
        by_module = [(page, block.line, hits(cue, items)) for page, block, items in modules]
        whole = sum((found for _, _, found in by_module), Hits((), 0))
        for page, line, here in by_module:
            if here.are_over(MORE_IN_A_MODULE) or (whole.are_over() and here.are_over()):
                what = (
                    f"always {cue.what} is right in {len(here.found)} of {here.total} steps and questions here (at most"
                    f" {here.most(MORE_IN_A_MODULE)}), and in {len(whole.found)} of {whole.total} of all modules (at"
                    f" most {whole.most()}): {named(option for chosen in here.found for option in chosen)}."
                )
                yield Problem(f"{root}/{page}", line, what, cue.remedy)


def named(options: Iterator[Option]) -> str:
    """Options as a message names them."""
    return ", ".join(f"'{option.name}' (line {option.line})" for option in options)
