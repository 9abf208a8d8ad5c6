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

from tipsite.identifiers import NAME
from tipsite.problem import Problem
from tipsite.training_entries import ANSWERS, ASKS, CHOICES, ROLES, Entry, read_entry
from tipsite.training_scan import check_training_block
from tipsite.worksheet_fields import FIELD_LIKE, IN_TABLES, IN_WEEKS, KINDS, Field, FieldError, read_field, written_kind
from tipsite.worksheets import PAPERS, PAPERS_APART
from tipsite.yaml_files import read_yaml

COMMON_KNOWLEDGE = "common-knowledge"

_OPEN = re.compile(r"^ {0,3}(/{3,}) *([\w-]+) *(?:\|(.*))?$")
_CLOSE = re.compile(r"^ {0,3}(/{3,}) *$")
_OPTION = re.compile(r"^ {4,}\S")
_OPTION_KEY = re.compile(r"^ {4,}([\w-]+) *:")
_CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ITEM_LIKE = re.compile(r"^ {0,3}[-*+] +\[[^\]]?\](?!\()")
_CONTINUED = re.compile(r"^ {2,}\S")
_ITEM = re.compile(r"^- \[([ ?])\] ([\w-]+) \| (\S.*)$")
# A field as it should have been: `[line] name |`, wherever it begins and whatever stands before it.
_ALMOST_FIELD = re.compile(rf"^\s*(?:[-*+]|\d+[.)])?\s*\[ ?({'|'.join(KINDS)})(?: *:[^\]]*)?\] *[\w-]+ *\|")
_INDENTED = re.compile(r"^(?: {4,}|\t)\S")
_LIST_ENTRY = re.compile(r"^ {0,3}[-*+] +\S")
_HEADING = re.compile(r"^ {0,3}#{1,6} ")


@dataclass(frozen=True)
class BlockRule:
    """What a kind of block may hold.

    Attributes:
        title: Whether the first line needs a text behind a bar (None: it may have one).
        options: The options it knows; True where it must be given.
        inside: The blocks that it may stand in; "" for the page itself; none for anywhere.
        text: Whether it shows what is written in it, besides the blocks and fields that it can hold.
    """

    title: bool | None
    options: dict[str, bool] = field(default_factory=dict)
    inside: tuple[str, ...] = ("",)
    text: bool = True


RULES: dict[str, BlockRule] = {
    "tip": BlockRule(title=True, options={"id": True, "sources": True}),
    "list": BlockRule(title=False, options={"id": True}, text=False),
    "group": BlockRule(title=True, options={"select": True}, inside=("list",)),
    "how-to": BlockRule(title=True),
    "worksheet": BlockRule(title=False, options={"id": True}, text=False),
    "part": BlockRule(
        title=True,
        options={"id": True, "sources": True, "optional": False, "short": False, "paper": False, "copies": False},
        inside=("worksheet",),
    ),
    "table": BlockRule(title=True, options={"id": True, "rows": False}, inside=("part",), text=False),
    "week": BlockRule(title=True, options={"id": True}, inside=("part",), text=False),
    "helplines": BlockRule(title=None, options={"country": True}, inside=("", "part"), text=False),
    "origins": BlockRule(title=False, text=False),
    "discreet": BlockRule(title=False, text=False),
    "module": BlockRule(title=False, options={"id": True, "minutes": True}, text=False),
    "aims": BlockRule(title=False, inside=("module",)),
    "tips": BlockRule(title=False, options={"select": True}, inside=("module",), text=False),
    "case": BlockRule(title=True, options={"id": True, "family": True}, inside=("module",)),
    "step": BlockRule(title=True, options={"id": True}, inside=("case",)),
    "question": BlockRule(title=True, options={"id": True, "kind": True}, inside=("module",)),
    "exercise": BlockRule(title=True, options={"id": True, "minutes": False}, inside=("module",)),
    "role-play": BlockRule(title=True, options={"id": True, "minutes": True}),
    "card": BlockRule(title=True, options={"role": True, "select": False}, inside=("role-play",)),
    "debrief": BlockRule(title=False, inside=("role-play",)),
    "family": BlockRule(title=True, options={"id": True}),
    "document": BlockRule(title=False, options={"select": True}, text=False),
    "modules": BlockRule(title=False, text=False),
    "tips-by-module": BlockRule(title=False, text=False),
    "proof": BlockRule(title=False, text=False),
    "warning": BlockRule(title=None, inside=()),
    "note": BlockRule(title=None, inside=()),
}

# Files say with this name that a reader left a part out.
_LEFT_OUT = "left-out"

MOST_ROWS = 20
MOST_COPIES = 10
MOST_MINUTES = 90

# The blocks that hold fields, and the kinds of field that each can have.
_HOLDERS: dict[str, tuple[str, ...]] = {
    "part": ("tick", "line", "text", "date", "scale", "choose", "sentence", "drawing", "signature"),
    "table": IN_TABLES,
    "week": IN_WEEKS,
    "exercise": ("tick", "line", "text", "date", "scale", "choose", "sentence"),
}

# The blocks that hold choices or answers, and the kinds that each can have.
_ENTRY_HOLDERS = {"step": CHOICES, "question": ANSWERS}


@dataclass
class SourceItem:
    """An item as the author wrote it: its name, its line, and whether it asks for an answer."""

    name: str
    line: int
    asks: bool


@dataclass
class SourceField:
    """A field of a worksheet as the author wrote it, with its line."""

    field: Field
    line: int


@dataclass
class SourceEntry:
    """A choice or an answer as the author wrote it, with its line."""

    entry: Entry
    line: int


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
    fields: dict[str, SourceField] = field(default_factory=dict)
    entries: list[SourceEntry] = field(default_factory=list)
    list_lines: int = 0
    outer: SourceBlock | None = None

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


def _is_plain_text(line: str) -> bool:
    """Whether a line is text: no field, no block, and not empty."""
    return bool(line.strip()) and not any(kind.match(line) for kind in (FIELD_LIKE, _ALMOST_FIELD, _OPEN, _CLOSE))


class _Scanner:
    def __init__(self, path: str) -> None:
        self.path = path
        self.blocks: list[SourceBlock] = []
        self.problems: list[Problem] = []
        self._open: list[SourceBlock] = []
        self._hidden: list[tuple[SourceBlock, Problem]] = []

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
            block.outer = self._open[-1] if self._open else None
            self.blocks.append(block)
            self._open.append(block)
            return end
        if found := _CLOSE.match(line):
            self._close(number, len(found[1]))
        elif self._open and self._open[-1].kind in (*_HOLDERS, *_ENTRY_HOLDERS) and FIELD_LIKE.match(line):
            return self._field(lines, index)
        elif (found := _ALMOST_FIELD.match(line)) and (found[1] or self._is_in_worksheet):
            self._stray_field(number)
        elif found or _ITEM_LIKE.match(line):
            self._item(number, line)
        elif self._open and line.strip():
            return self._text(lines, index)
        return index + 1

    def finish(self) -> None:
        """Reports what is still open at the end of the page."""
        for block in self._open:
            self._report_unclosed(block)
        self.problems += [problem for _, problem in self._hidden]
        forms = [block for block in self.blocks if block.kind in ("list", "worksheet", "module", "proof")]
        if len(forms) > 1 and any(block.kind != "list" for block in forms):
            first, second, *_ = forms
            what = f"the page has a {second.kind} besides the {first.kind} of line {first.line}."
            self._report(second.line, what, "Give each a page of its own.")
        for block in [block for block in self.blocks if block.kind == "how-to"][1:]:
            self._report(block.line, "the page has two blocks 'how-to'.", "Make them one.")

    def _report(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, what, remedy))

    def _report_unclosed(self, block: SourceBlock) -> None:
        # What stands in a block that is never closed was not meant to stand in it.
        self._hidden = [entry for entry in self._hidden if entry[0] is not block]
        self._report(
            block.line,
            f"the block '{block.kind}' is never closed, so it swallows the rest of the page.",
            f"Add a line with just {'/' * block.slashes} where it ends.",
        )

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
            return self._read_detached_options(block, lines, index)
        for number, line in written:
            if found := _OPTION_KEY.match(line):
                if found[1] in block.option_lines:
                    self._report(number, f"the option '{found[1]}' is given twice.", "Keep one of them.")
                block.option_lines[found[1]] = number
        try:
            options = read_yaml("\n".join(line[4:] for _, line in written))
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

    def _read_detached_options(self, block: SourceBlock, lines: list[tuple[int, str]], index: int) -> int:
        """Reports options below an empty line, and gives the index of the line after them."""
        while index < len(lines) and not lines[index][1].strip():
            index += 1
        if index < len(lines) and _OPTION_KEY.match(lines[index][1]):
            self._report(
                block.line + 1,
                f"an empty line stands between the first line of this '{block.kind}' and its options.",
                "Remove the empty line: the options stand directly under the first line.",
            )
            while index < len(lines) and (found := _OPTION_KEY.match(lines[index][1])):
                block.option_lines[found[1]] = lines[index][0]
                index += 1
        return index

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
        for name, smallest, largest in (
            ("rows", 1, MOST_ROWS),
            ("copies", 1, MOST_COPIES),
            ("minutes", 1, MOST_MINUTES),
        ):
            value = options.get(name, smallest)
            if type(value) is not int or not smallest <= value <= largest:
                self._report(
                    block.line_of(name),
                    f"'{name}' is not a number from {smallest} to {largest}.",
                    f"Write `{name}: 3`.",
                )
        for name in ("optional", "short"):
            if not isinstance(options.get(name, True), bool):
                self._report(block.line_of(name), f"'{name}' is neither true nor false.", f"Write `{name}: true`.")
        for name, known in (("kind", ASKS), ("role", ROLES)):
            if name in options and options[name] not in known:
                what = f"there is no {name} '{options[name]}'."
                self._report(block.line_of(name), what, f"Use one of: {', '.join(known)}.")
        if options.get("paper", "sheet") not in PAPERS:
            self._report(
                block.line_of("paper"), f"there is no paper '{options['paper']}'.", f"Use: {', '.join(PAPERS)}."
            )
        if "copies" in options and options.get("paper") != "card":
            self._report(
                block.line_of("copies"), "only a card has copies.", "Add `paper: card`, or leave `copies` out."
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
        if outer is not None and outer.kind not in RULES:
            return
        if outer is not None and block.slashes >= outer.slashes:
            self._report(
                block.line,
                f"this '{block.kind}' has {block.slashes} slashes and stands in a '{outer.kind}' "
                f"of {outer.slashes} (line {outer.line}).",
                "Close that block first, or give the outer block more slashes than the inner one.",
            )
        elif outer is not None and not rule.inside and not RULES[outer.kind].text:
            self._report_hidden(block.line, f"a '{block.kind}'", outer)
        elif not rule.inside or (outer.kind if outer else "") in rule.inside:
            return
        elif outer is not None and "" in rule.inside:
            self._report(
                block.line,
                f"a '{block.kind}' cannot stand in a '{outer.kind}' (line {outer.line}).",
                f"Close the '{outer.kind}' first.",
            )
        else:
            place = rule.inside[0]
            slashes = "/" * (block.slashes + 1)
            self._report(
                block.line,
                f"a '{block.kind}' stands only in a '{place}'.",
                f"Put it between `{slashes} {place}` and `{slashes}`.",
            )

    def _close(self, number: int, slashes: int) -> None:
        if not self._open:
            self._report(number, "this line closes a block, but none is open.", "Remove the line.")
            return
        if any(block.slashes == slashes for block in self._open):
            while self._open[-1].slashes < slashes:
                self._report_unclosed(self._open.pop())
        block = self._open.pop()
        self._check_content(block)
        if block.slashes != slashes:
            self._report(
                number,
                f"this line has {slashes} slashes, but the '{block.kind}' of line {block.line} has {block.slashes}.",
                f"Close it with {'/' * block.slashes}.",
            )

    @property
    def _is_in_worksheet(self) -> bool:
        """Whether something to tick is meant for a worksheet, not for a tip."""
        return any(block.kind in ("how-to", "worksheet", "part", "module", "exercise") for block in self._open)

    def _item(self, number: int, line: str) -> None:
        tip = next((block for block in reversed(self._open) if block.kind == "tip"), None)
        if tip is None:
            remedy = "Put it at the end of the tip that it belongs to, or in a part of a worksheet."
            self._report(number, "an item stands outside a tip.", remedy)
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

    def _stray_field(self, number: int) -> None:
        inner = self._open[-1] if self._open else None
        if inner is not None and inner.kind in _HOLDERS:
            self._report(number, "this field is not an entry of a list.", "Begin the line at the margin with `- [`.")
        elif inner is None or inner.kind in RULES:
            place = f"in a '{inner.kind}' (line {inner.line})" if inner else "outside a part"
            remedy = "Put it in a part of a worksheet, or in a table or a week there."
            self._report(number, f"a field stands {place}.", remedy)

    def _text(self, lines: list[tuple[int, str]], index: int) -> int:
        """Looks at a line of text in a block, and gives the index of the line at which to go on."""
        block, (number, line) = self._open[-1], lines[index]
        if block.kind in RULES and not RULES[block.kind].text:
            self._report_hidden(number, "a text", block)
            end = index + 1
            while end < len(lines) and _is_plain_text(lines[end][1]):
                end += 1
            return end
        if _LIST_ENTRY.match(line):
            block.list_lines += 1
        if (
            block.kind in ("part", *_ENTRY_HOLDERS, "exercise")
            and _INDENTED.match(line)
            and self._is_below_field(lines, index)
        ):
            remedy = "Begin it at the margin, or make it a part of the label."
            self._report(number, "this text belongs to the field above it, which does not show it.", remedy)
        if block.kind not in ("tip", "warning", "note", "family") and _HEADING.match(line):
            remedy = "Leave it out, or begin a block of the page with it, such as `//// part | Title`."
            self._report(number, f"a heading stands in a '{block.kind}' (line {block.line}).", remedy)
        return index + 1

    @staticmethod
    def _is_below_field(lines: list[tuple[int, str]], index: int) -> bool:
        above = [line for _, line in lines[:index] if line.strip()]
        return bool(above and FIELD_LIKE.match(above[-1]))

    def _report_hidden(self, line: int, what: str, outer: SourceBlock) -> None:
        places = {
            "worksheet": "a part of it",
            "list": "a group of it",
            "module": "a case, a question or an exercise of it",
        }
        place = places.get(outer.kind, "the text around it")
        what = f"{what} stands in a '{outer.kind}' (line {outer.line}), which does not show it."
        self._hidden.append((outer, Problem(self.path, line, what, f"Put it in {place}.")))

    def _field(self, lines: list[tuple[int, str]], index: int) -> int:
        """Reads a field, with the lines that go on with it, and gives the index of the next line."""
        number, text = lines[index]
        end = index + 1
        while end < len(lines) and _CONTINUED.match(lines[end][1]) and _is_plain_text(lines[end][1]):
            text += " " + lines[end][1].strip()
            end += 1
        if end < len(lines) and _is_plain_text(lines[end][1]):
            self._report(lines[end][0], "this text follows a list of fields directly.", "Put an empty line above it.")
        block = self._open[-1]
        self._check_list_start(lines, index)
        found = FIELD_LIKE.match(text)
        assert found is not None
        if block.kind in _ENTRY_HOLDERS:
            self._entry(block, number, found[1], found[2])
            return end
        try:
            read = read_field(found[1], found[2])
        except FieldError as error:
            self._report(number, str(error), error.remedy)
            return end
        if read.kind not in _HOLDERS[block.kind]:
            what = f"a {block.kind} cannot hold a field of the kind {written_kind(read.kind)}."
            remedy = f"It can hold: {', '.join(map(written_kind, _HOLDERS[block.kind]))}."
            self._report(number, what, remedy)
        elif read.kind == "row" and any(other.field.kind != "row" for other in block.fields.values()):
            self._report(number, "this row stands below a column.", "Put the rows first, then the columns.")
        if read.name in block.fields:
            self._report(number, f"there are two fields called '{read.name}' here.", "Rename one of them.")
        block.fields[read.name] = SourceField(read, number)
        return end

    def _check_list_start(self, lines: list[tuple[int, str]], index: int) -> None:
        before = lines[index - 1][1].strip() if index else ""
        is_after_field = FIELD_LIKE.match(lines[index - 1][1]) or _CONTINUED.match(lines[index - 1][1])
        if before and not is_after_field and not _CLOSE.match(before):
            self._report(lines[index][0], "this list of fields follows a text directly.", "Put an empty line above it.")

    def _entry(self, block: SourceBlock, line: int, kind: str, rest: str) -> None:
        """Reads a choice or an answer."""
        try:
            entry = read_entry(kind, rest, _ENTRY_HOLDERS[block.kind])
        except FieldError as error:
            self._report(line, str(error), error.remedy)
            return
        if any(other.entry.name == entry.name for other in block.entries):
            self._report(line, f"there are two entries called '{entry.name}' here.", "Rename one of them.")
        block.entries.append(SourceEntry(entry, line))

    def _check_content(self, block: SourceBlock) -> None:
        """Checks, when a block is closed, what it holds together."""
        inner = [other for other in self.blocks if other.outer is block]
        for line, what, remedy in check_training_block(block, inner):
            self._report(line, what, remedy)
        if block.kind == "worksheet":
            self._check_parts(block, [part for part in inner if part.kind == "part"])
        elif block.kind == "part":
            taken = {name: entry.line for name, entry in block.fields.items()}
            for other in [other for other in inner if other.kind in ("table", "week") and "id" in other.options]:
                name, line = str(other.options["id"]), other.line_of("id")
                if name in taken:
                    what = f"'{name}' is the name of something else in this part too."
                    self._report(line, what, "Rename one of them.")
                taken[name] = line
            if _LEFT_OUT in taken:
                what = f"the name '{_LEFT_OUT}' is taken: files say with it that a part is left out."
                self._report(taken[_LEFT_OUT], what, "Choose another name.")
        elif block.kind in ("table", "week"):
            if not any(entry.field.kind != "row" for entry in block.fields.values()):
                self._report(
                    block.line, f"this '{block.kind}' has no columns.", "Add a list such as `- [line] who | Who?`."
                )
            if "rows" in block.options and any(entry.field.kind == "row" for entry in block.fields.values()):
                self._report(block.line_of("rows"), "the rows of this table are fixed.", "Leave out `rows`.")

    def _check_parts(self, block: SourceBlock, parts: list[SourceBlock]) -> None:
        if not parts:
            self._report(block.line, "this worksheet has no parts.", "Add a `//// part | Title` with fields.")
        taken = set()
        for part in [part for part in parts if "id" in part.options]:
            identifier = str(part.options["id"])
            if identifier in taken:
                self._report(part.line_of("id"), f"there are two parts called '{identifier}'.", "Rename one of them.")
            if identifier == "how-to":
                what = "the id 'how-to' is that of the block 'how-to'."
                self._report(part.line_of("id"), what, "Choose another id.")
            taken.add(identifier)
        if len({part.options.get("paper") in PAPERS_APART for part in parts}) > 1:
            what = "some parts of this worksheet are printed on their own and others are not."
            self._report(block.line, what, "Give each part `paper: card` or `paper: poster`, or none of them.")
