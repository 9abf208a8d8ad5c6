"""Reads the blocks of a Markdown file, line by line, with what is wrong with them.

This is the one reader of blocks: Markdown renders a page from what it reads (houvast.authoring.markdown_extension), the
checks judge that, and `make translated` takes pages apart by it. Whether a block is right, its class knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from houvast.authoring.authored_block import AuthoredBlock
from houvast.authoring.block_syntax import (
    ALMOST_FIELD,
    CLOSING,
    CONTINUED,
    DISPLACED,
    ENTRY,
    HEADING,
    INDENTED,
    ITEM,
    ITEM_LIKE,
    LIST_ENTRY,
    OPENING,
    OPTION,
    OPTION_INDENT,
    OPTION_KEY,
)
from houvast.authoring.known_blocks import BLOCKS, check_page
from houvast.authoring.option_indents import wrong_indent
from houvast.authoring.source_blocks import Scan, SourceBlock, SourceEntry, SourceField, SourceItem
from houvast.authoring.source_lines import prose_lines
from houvast.authoring.training_entries import read_entry
from houvast.authoring.worksheet_fields import FieldError, read_field
from houvast.data.identifiers import NAME
from houvast.data.problem import Mistake, Problem
from houvast.data.suggestion import did_you_mean
from houvast.data.yaml_files import keys_twice, line_of_error, read_yaml, read_yaml_tree

_TAB = 4
_SPACES = re.compile(r"^ +$", re.MULTILINE)


def read_blocks(markdown: str, path: str, first_line: int = 1) -> Scan:
    """Read the blocks of a page, and find the mistakes in how they are written.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins, counted from 1.

    Returns:
        The blocks in order of their first lines, and every problem found.
    """
    text = _as_markdown_sees(markdown)
    reader = _Reader(path)
    lines = list(prose_lines(text, first_line))
    index = 0
    while index < len(lines):
        index = reader.read(lines, index)
    reader.finish()
    return Scan(reader.blocks, reader.problems, text.split("\n"), first_line)


def _as_markdown_sees(markdown: str) -> str:
    """A text with spaces for tabs and empty lines for those of spaces, as Markdown makes it first."""
    return _SPACES.sub("", markdown.expandtabs(_TAB))


def _is_plain_text(line: str) -> bool:
    """Whether a line is text: no field, no block, and not empty."""
    return bool(line.strip()) and not any(kind.match(line) for kind in (ENTRY, ALMOST_FIELD, OPENING, CLOSING))


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.blocks: list[SourceBlock] = []
        self.problems: list[Problem] = []
        self._open: list[SourceBlock] = []
        # What is wrong only if the block around it is closed where it should be.
        self._hidden: list[tuple[SourceBlock | None, Problem]] = []

    def read(self, lines: list[tuple[int, str]], index: int) -> int:
        """Read the line at an index, with the options under it, and give the index of the next one."""
        number, line = lines[index]
        if found := OPENING.match(line):
            kind, title = found["name"].lower(), found["title"]
            rule, has_bar = BLOCKS.get(kind), title is not None
            block = SourceBlock(kind, len(found["slashes"]), (title or "").strip(), has_bar, number, rule)
            return self._begin(block, lines, index + 1)
        if found := CLOSING.match(line):
            self._close(number, len(found["slashes"]))
        elif self._inner_rule and (self._inner_rule.FIELDS or self._inner_rule.ENTRIES) and ENTRY.match(line):
            return self._field(lines, index)
        elif (found := DISPLACED.match(line)) and (not found["name"] or found["name"].lower() in BLOCKS):
            what = "a block begins or ends here, indented, quoted or in a list: readers would see its slashes."
            self._report(number, what, "Begin the line at the margin; for a sample, put it in a code sample.")
        elif (found := ALMOST_FIELD.match(line)) and (found[1] or self._is_in_worksheet):
            self._stray_field(number)
        elif found or ITEM_LIKE.match(line):
            self._item(number, line)
        elif self._open and line.strip():
            return self._text(lines, index)
        return index + 1

    def finish(self) -> None:
        """Report what is still open at the end of the page."""
        for block in self._open:
            self._report_unclosed(block)
        self.problems += [problem for _, problem in self._hidden]
        self._report_each(check_page(self.blocks))

    @property
    def _inner_rule(self) -> type[AuthoredBlock] | None:
        """The class of the innermost block that is open."""
        return self._open[-1].rule if self._open else None

    def _report(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, what, remedy))

    def _report_each(self, mistakes: Iterable[Mistake]) -> None:
        self.problems += [mistake.in_file(self.path) for mistake in mistakes]

    def _report_unclosed(self, block: SourceBlock) -> None:
        # What stands in a block that is never closed was not meant to stand in it.
        self._hidden = [entry for entry in self._hidden if entry[0] is not block]
        self._report(
            block.line,
            f"the block '{block.kind}' is never closed, so it swallows the rest of the page.",
            f"Add a line with just {'/' * block.slashes} where it ends.",
        )

    def _begin(self, block: SourceBlock, lines: list[tuple[int, str]], index: int) -> int:
        """Open a block, read the options from an index on, and give the index of the line after them."""
        block.outer = self._open[-1] if self._open else None
        self._open.append(block)
        if block.rule is None:
            hint = did_you_mean(block.kind, BLOCKS, f"Use one of: {', '.join(BLOCKS)}.")
            self._report(block.line, f"there is no block called '{block.kind}'.", hint)
            return index
        known = len(self.problems)
        end = self._read_options(block, lines, index)
        block.options_end = lines[end - 1][0]
        self._report_each(block.rule.check_start(block))
        block.is_sound = len(self.problems) == known
        for mistake in block.rule.check_place(block):
            self._hidden.append((block.outer, mistake.in_file(self.path)))
        if block.outer is not None and block.rule.is_hidden(block):
            self._report_hidden(block.line, f"a '{block.kind}'", block.outer)
        self.blocks.append(block)
        return end

    def _read_options(self, block: SourceBlock, lines: list[tuple[int, str]], index: int) -> int:
        end = index
        while end < len(lines) and OPTION.match(lines[end][1]):
            end += 1
        written = lines[index:end]
        if not written:
            if (wrong := wrong_indent(block, lines[index:])) is None:
                return self._read_detached_options(block, lines, index)
            how, block.option_lines = wrong
            what = f"the options of this '{block.kind}' are indented {how}, so they are read as a text."
            self._report(lines[index][0], what, "Indent each by four spaces.")
            return index + len(block.option_lines)
        for number, line in written:
            if found := OPTION_KEY.match(line):
                block.option_lines[found[1]] = number
        text = "\n".join(line[OPTION_INDENT:] for _, line in written)
        try:
            options = read_yaml(text)
        except yaml.YAMLError as error:
            number = written[min(line_of_error(error), len(written)) - 1][0]
            self._report(
                number,
                f"the options of this '{block.kind}' cannot be read.",
                "Write each as `name: value`, indented by four spaces; put a value with a colon in quotes.",
            )
            return end
        self._report_each(keys_twice(read_yaml_tree(text), lines_above=written[0][0] - 1))
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
        """Report options below an empty line, and give the index of the line after them."""
        while index < len(lines) and not lines[index][1].strip():
            index += 1
        if index < len(lines) and OPTION_KEY.match(lines[index][1]):
            self._report(
                block.line + 1,
                f"an empty line stands between the first line of this '{block.kind}' and its options.",
                "Remove the empty line: the options stand directly under the first line.",
            )
            while index < len(lines) and (found := OPTION_KEY.match(lines[index][1])):
                block.option_lines[found[1]] = lines[index][0]
                index += 1
        return index

    def _close(self, number: int, slashes: int) -> None:
        if not self._open:
            self._report(number, "this line closes a block, but none is open.", "Remove the line.")
            return
        if any(block.slashes == slashes for block in self._open):
            while self._open[-1].slashes < slashes:
                self._report_unclosed(self._open.pop())
        block = self._open.pop()
        block.end = number
        if block.rule is not None:
            self._report_each(block.rule.check_content(block, [inner for inner in self.blocks if inner.outer is block]))
        if block.slashes != slashes:
            self._report(
                number,
                f"this line has {slashes} slashes, but the '{block.kind}' of line {block.line} has {block.slashes}.",
                f"Close it with {'/' * block.slashes}.",
            )

    @property
    def _is_in_worksheet(self) -> bool:
        """Whether something to tick is meant for a worksheet, not for a tip."""
        return any(block.rule is not None and block.rule.IS_IN_FORM for block in self._open)

    def _item(self, number: int, line: str) -> None:
        tip = next((block for block in reversed(self._open) if block.rule and block.rule.HOLDS_ITEMS), None)
        if tip is None and any(block.rule is None for block in self._open):
            return
        if tip is None:
            remedy = "Put it at the end of the tip that it belongs to, or in a part of a worksheet."
            self._report(number, "an item stands outside a tip.", remedy)
            return
        found = ITEM.match(line)
        if found is None or not NAME.fullmatch(found["name"]):
            self._report(
                number,
                "this item cannot be read.",
                "Write `- [ ] name | What to tick` or `- [?] name | What to ask?`; the name in lower case, no spaces.",
            )
            return
        item = SourceItem(found["name"], number, found["kind"] == "?", found["text"])
        if any(other.name == item.name for other in tip.items):
            what = f"the tip '{tip.options.get('id')}' has two items called '{item.name}'."
            self._report(number, what, "Rename one of them.")
        tip.items.append(item)

    def _stray_field(self, number: int) -> None:
        inner = self._open[-1] if self._open else None
        if inner is not None and inner.rule is not None and inner.rule.FIELDS:
            self._report(number, "this field is not an entry of a list.", "Begin the line at the margin with `- [`.")
        elif inner is None or inner.rule is not None:
            place = f"in a '{inner.kind}' (line {inner.line})" if inner else "outside a part"
            remedy = "Put it in a part of a worksheet, or in a table or a week there."
            self._report(number, f"a field stands {place}.", remedy)

    def _text(self, lines: list[tuple[int, str]], index: int) -> int:
        """Look at a line of text in a block, and give the index of the line at which to go on."""
        block, (number, line) = self._open[-1], lines[index]
        if block.rule is None:
            return index + 1
        if not block.rule.SHOWS_TEXT:
            self._report_hidden(number, "a text", block)
            end = index + 1
            while end < len(lines) and _is_plain_text(lines[end][1]):
                end += 1
            return end
        if LIST_ENTRY.match(line):
            block.list_lines += 1
        holds_entries = block.rule.FIELDS or block.rule.ENTRIES
        if holds_entries and INDENTED.match(line) and self._is_below_field(lines, index):
            remedy = "Begin it at the margin, or make it a part of the label."
            self._report(number, "this text belongs to the field above it, which does not show it.", remedy)
        if not block.rule.HOLDS_HEADINGS and HEADING.match(line):
            remedy = "Leave it out, or begin a block of the page with it, such as `//// part | Title`."
            self._report(number, f"a heading stands in a '{block.kind}' (line {block.line}).", remedy)
        return index + 1

    @staticmethod
    def _is_below_field(lines: list[tuple[int, str]], index: int) -> bool:
        above = [line for _, line in lines[:index] if line.strip()]
        return bool(above and ENTRY.match(above[-1]))

    def _report_hidden(self, line: int, what: str, outer: SourceBlock) -> None:
        place = outer.rule.TEXT_BELONGS if outer.rule else "the text around it"
        what = f"{what} stands in a '{outer.kind}' (line {outer.line}), which does not show it."
        self._hidden.append((outer, Problem(self.path, line, what, f"Put it in {place}.")))

    def _field(self, lines: list[tuple[int, str]], index: int) -> int:
        """Read a field, with the lines that go on with it, and give the index of the next line."""
        number, text = lines[index]
        end = index + 1
        while end < len(lines) and CONTINUED.match(lines[end][1]) and _is_plain_text(lines[end][1]):
            text += " " + lines[end][1].strip()
            end += 1
        if end < len(lines) and _is_plain_text(lines[end][1]):
            self._report(lines[end][0], "this text follows a list of fields directly.", "Put an empty line above it.")
        block = self._open[-1]
        self._check_list_start(lines, index)
        found = ENTRY.match(text)
        assert found is not None
        assert block.rule is not None
        last = lines[end - 1][0]
        try:
            if block.rule.ENTRIES:
                entry = SourceEntry(read_entry(found["kind"], found["rest"], block.rule.ENTRIES), number, last)
                self._report_each(block.rule.check_entry(entry, block))
                block.entries.append(entry)
            else:
                field = SourceField(read_field(found["kind"], found["rest"]), number, last)
                self._report_each(block.rule.check_field(field, block))
                # What it cannot hold is not rendered in it either.
                if field.field.kind in block.rule.FIELDS:
                    block.fields[field.field.name] = field
        except FieldError as error:
            self._report(number, str(error), error.remedy)
        return end

    def _check_list_start(self, lines: list[tuple[int, str]], index: int) -> None:
        before = lines[index - 1][1].strip() if index else ""
        is_after_field = ENTRY.match(lines[index - 1][1]) or CONTINUED.match(lines[index - 1][1])
        if before and not is_after_field and not CLOSING.match(before):
            self._report(lines[index][0], "this list of fields follows a text directly.", "Put an empty line above it.")
