"""Reads the /// blocks of a Markdown file line by line, to say where an author made a mistake.

pymdownx.blocks turns blocks into HTML and prints a wrong block as plain text, without a word. This scan
finds the same blocks, keeps their lines, and names every mistake that pymdownx.blocks is silent about.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from tipsite.problem import Problem

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COMMON_KNOWLEDGE = "common-knowledge"

_OPEN = re.compile(r"^ {0,3}(/{3,}) *([\w-]+) *(?:\|(.*))?$")
_CLOSE = re.compile(r"^ {0,3}(/{3,}) *$")
_OPTION = re.compile(r"^ {4,}\S")
_OPTION_KEY = re.compile(r"^ {4,}([\w-]+) *:")
_CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ITEM_LIKE = re.compile(r"^ {0,3}[-*+] +\[[^\]]?\](?!\()")
_ITEM = re.compile(r"^- \[([ ?])\] ([\w-]+) \| (\S.*)$")


@dataclass(frozen=True)
class BlockRule:
    """What a kind of block may hold.

    Attributes:
        title: Whether the first line needs a text behind a bar (None: it may have one).
        options: The options it knows; True where it must be given.
        inside: The block that it has to stand in; None for the page itself; "*" for anywhere.
    """

    title: bool | None
    options: dict[str, bool] = field(default_factory=dict)
    inside: str | None = None


RULES: dict[str, BlockRule] = {
    "tip": BlockRule(title=True, options={"id": True, "sources": True}),
    "list": BlockRule(title=False, options={"id": True}),
    "group": BlockRule(title=True, options={"select": True}, inside="list"),
    "helplines": BlockRule(title=None, options={"country": True}),
    "origins": BlockRule(title=False),
    "discreet": BlockRule(title=False),
    "warning": BlockRule(title=None, inside="*"),
    "note": BlockRule(title=None, inside="*"),
}


@dataclass
class SourceItem:
    """An item as the author wrote it: its name, its line, and whether it asks for an answer."""

    name: str
    line: int
    asks: bool


@dataclass
class SourceBlock:
    """A block as the author wrote it, with the lines at which its parts stand (counted from 1)."""

    kind: str
    slashes: int
    title: str
    line: int
    options: dict[str, Any] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    items: list[SourceItem] = field(default_factory=list)

    def line_of(self, option: str) -> int:
        """The line of an option, or of the block where the option is not there."""
        return self.option_lines.get(option, self.line)


@dataclass
class Scan:
    """What a scan of one file found."""

    blocks: list[SourceBlock]
    problems: list[Problem]

    def block(self, kind: str, identifier: str) -> SourceBlock | None:
        """The first block of a kind with this id, or None."""
        return next((b for b in self.blocks if b.kind == kind and b.options.get("id") == identifier), None)


def prose_lines(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Gives the lines of a text that are not in a fenced code block.

    Args:
        markdown: The text, without front matter.
        first_line: The line in the file at which the text begins, counted from 1.

    Yields:
        Pairs of line number and line.
    """
    fence = ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        found = _CODE_FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence):
                fence = ""
            continue
        if found:
            fence = found[1]
            continue
        yield number, line


def scan_blocks(markdown: str, path: str, first_line: int = 1) -> Scan:
    """Finds the blocks of a page and the mistakes in how they are written.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins, counted from 1.

    Returns:
        The blocks in order of their first lines, and every problem found.
    """
    scanner = _Scanner(path)
    lines = list(prose_lines(markdown, first_line))
    index = 0
    while index < len(lines):
        index = scanner.read(lines, index)
    scanner.finish()
    return Scan(scanner.blocks, scanner.problems)


class _Scanner:
    def __init__(self, path: str) -> None:
        self.path = path
        self.blocks: list[SourceBlock] = []
        self.problems: list[Problem] = []
        self._open: list[SourceBlock] = []

    def read(self, lines: list[tuple[int, str]], index: int) -> int:
        """Reads the line at an index, with the options under it, and gives the index of the next one."""
        number, line = lines[index]
        if found := _OPEN.match(line):
            block = SourceBlock(found[2].lower(), len(found[1]), (found[3] or "").strip(), number)
            rule = self._rule(block, line)
            if rule is None:
                self._open.append(block)
                return index + 1
            end = self._read_options(block, lines, index + 1)
            self._check(block, rule, line)
            self.blocks.append(block)
            self._open.append(block)
            return end
        if found := _CLOSE.match(line):
            self._close(number, len(found[1]))
        elif _ITEM_LIKE.match(line):
            self._item(number, line)
        return index + 1

    def finish(self) -> None:
        """Reports what is still open at the end of the page."""
        for block in self._open:
            self._report(
                block.line,
                f"the block '{block.kind}' is never closed, so it swallows the rest of the page.",
                f"Add a line with just {'/' * block.slashes} where it ends.",
            )

    def _report(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, what, remedy))

    def _rule(self, block: SourceBlock, line: str) -> BlockRule | None:
        rule = RULES.get(block.kind)
        if rule is None:
            near = difflib.get_close_matches(block.kind, RULES, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Use one of: {', '.join(RULES)}."
            self._report(block.line, f"there is no block called '{block.kind}'.", hint)
        return rule

    def _read_options(self, block: SourceBlock, lines: list[tuple[int, str]], index: int) -> int:
        end = index
        while end < len(lines) and _OPTION.match(lines[end][1]):
            end += 1
        written = lines[index:end]
        if not written:
            self._check_detached_options(block, lines, index)
            return end
        for number, line in written:
            if found := _OPTION_KEY.match(line):
                if found[1] in block.option_lines:
                    self._report(number, f"the option '{found[1]}' is given twice.", "Keep one of them.")
                block.option_lines[found[1]] = number
        try:
            options = yaml.safe_load("\n".join(line[4:] for _, line in written))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            number = written[min(mark.line, len(written) - 1)][0] if mark else block.line
            self._report(
                number,
                f"the options of this '{block.kind}' cannot be read.",
                "Write each as `name: value`, indented by four spaces; put a value with a colon in quotes.",
            )
            return end
        if isinstance(options, dict):
            block.options = options
        else:
            self._report(
                written[0][0],
                f"the options of this '{block.kind}' are not of the form `name: value`.",
                "Write for example `    id: safe-now`, or leave an empty line where the text begins.",
            )
        return end

    def _check_detached_options(self, block: SourceBlock, lines: list[tuple[int, str]], index: int) -> None:
        while index < len(lines) and not lines[index][1].strip():
            index += 1
        if index < len(lines) and _OPTION_KEY.match(lines[index][1]):
            self._report(
                block.line + 1,
                f"an empty line stands between the first line of this '{block.kind}' and its options.",
                "Remove the empty line: the options stand directly under the first line.",
            )
            for number, line in lines[index:]:
                if not (found := _OPTION_KEY.match(line)):
                    break
                block.option_lines[found[1]] = number

    def _check(self, block: SourceBlock, rule: BlockRule, line: str) -> None:
        if rule.title and not block.title:
            self._report(
                block.line,
                f"this '{block.kind}' has no title.",
                f"Write `{'/' * block.slashes} {block.kind} | The title`.",
            )
        if rule.title is False and "|" in line:
            self._report(block.line, f"a '{block.kind}' has no title.", "Remove the bar and what follows it.")
        for name in block.options:
            if name not in rule.options:
                near = difflib.get_close_matches(str(name), rule.options, n=1)
                hint = f"Did you mean '{near[0]}'?" if near else f"It knows: {', '.join(rule.options) or 'no options'}."
                self._report(block.line_of(str(name)), f"a '{block.kind}' has no option '{name}'.", hint)
        for name, required in rule.options.items():
            if required and name not in block.options and name not in block.option_lines:
                self._report(
                    block.line,
                    f"this '{block.kind}' has no '{name}'.",
                    f"Add a line `    {name}: …` directly under the first line.",
                )
        self._check_values(block)
        self._check_place(block, rule)

    def _check_values(self, block: SourceBlock) -> None:
        options = block.options
        if "id" in options and not (isinstance(options["id"], str) and NAME.fullmatch(options["id"])):
            self._report(
                block.line_of("id"),
                f"the id {options['id']!r} cannot be used.",
                "Use lower-case letters, digits and hyphens; put a word such as no, yes or on in quotes.",
            )
        for name in ("sources", "select"):
            if name not in options:
                continue
            value = options[name]
            if value == COMMON_KNOWLEDGE and name == "sources":
                continue
            if not (isinstance(value, list) and value and all(isinstance(entry, str) for entry in value)):
                example = "[efjca-professionals/01]" if name == "sources" else "[safe-now, hopes/ask-hopes]"
                other = f", or `{name}: {COMMON_KNOWLEDGE}`" if name == "sources" else ""
                self._report(
                    block.line_of(name),
                    f"'{name}' is not a list of names.",
                    f"Write for example `{name}: {example}`{other}.",
                )

    def _check_place(self, block: SourceBlock, rule: BlockRule) -> None:
        outer = self._open[-1] if self._open else None
        if outer is not None and block.slashes >= outer.slashes:
            self._report(
                block.line,
                f"this '{block.kind}' has {block.slashes} slashes and stands in a '{outer.kind}' "
                f"of {outer.slashes} (line {outer.line}).",
                "Close that block first, or give the outer block four slashes and the inner one three.",
            )
        elif rule.inside == "*":
            return
        elif rule.inside is None and outer is not None:
            self._report(
                block.line,
                f"a '{block.kind}' cannot stand in a '{outer.kind}' (line {outer.line}).",
                f"Close the '{outer.kind}' first.",
            )
        elif rule.inside is not None and (outer is None or outer.kind != rule.inside):
            self._report(
                block.line,
                f"a '{block.kind}' stands only in a '{rule.inside}'.",
                f"Put it between `//// {rule.inside}` and `////`.",
            )

    def _close(self, number: int, slashes: int) -> None:
        if not self._open:
            self._report(number, "this line closes a block, but none is open.", "Remove the line.")
            return
        block = self._open.pop()
        if block.slashes != slashes:
            self._report(
                number,
                f"this line has {slashes} slashes, but the '{block.kind}' of line {block.line} has {block.slashes}.",
                f"Close it with {'/' * block.slashes}.",
            )

    def _item(self, number: int, line: str) -> None:
        tip = next((block for block in reversed(self._open) if block.kind == "tip"), None)
        if tip is None:
            self._report(number, "an item stands outside a tip.", "Put it at the end of the tip that it belongs to.")
            return
        found = _ITEM.match(line)
        if found is None or not NAME.fullmatch(found[2]):
            self._report(
                number,
                "this item cannot be read.",
                "Write `- [ ] name | What to tick` or `- [?] name | What to ask?`; the name in lower case, no spaces.",
            )
            return
        if any(item.name == found[2] for item in tip.items):
            self._report(
                number, f"the tip '{tip.options.get('id')}' has two items called '{found[2]}'.", "Rename one of them."
            )
        tip.items.append(SourceItem(found[2], number, asks=found[1] == "?"))
