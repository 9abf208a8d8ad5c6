"""The extension of Markdown: renders the blocks of a page from what was read of them, and fills in what pages call.

How a block is written is known to houvast.authoring.block_reader only. What that read is marked in the text, and
pymdownx.blocks, which nests blocks among the rest of Markdown, finds the marks in place of slashes.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from typing import Any

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.util import escape_chars

from houvast.authoring.block_reader import read_blocks
from houvast.authoring.entry_attributes import ATTRIBUTE, as_attribute
from houvast.authoring.known_blocks import BLOCKS
from houvast.authoring.phone_links import PhoneNumberProcessor
from houvast.authoring.source_blocks import Scan, SourceBlock, SourceEntry, SourceField
from houvast.authoring.source_marks import BEGIN, END, ENTRY, SourceMarks
from houvast.authoring.standing_sentences import StandingSentence, StandingSentencePreprocessor
from houvast.data.problem import Problem


class HouvastExtension(Extension):
    """All blocks of this site, links on help numbers, and standing sentences.

    What it is told of a page before that is rendered: `audience`, `page` (its source file within the folder of its
    language) and `sentences` (those of its language); and its text, by `read`.

    Args:
        numbers: The numbers that become links, as readers see them.
    """

    def __init__(self, numbers: Iterable[str] = (), **kwargs: Any) -> None:
        self.audience = ""
        self.page = ""
        self.sentences: Mapping[str, StandingSentence] = {}
        self.numbers = list(numbers)
        self.marks = SourceMarks(Scan([], []))
        super().__init__(**kwargs)

    def read(self, markdown: str, path: str, first_line: int) -> Scan:
        """Read the blocks of a page; Markdown renders them from what this gives.

        Args:
            markdown: The page's text with its standing sentences, without front matter.
            path: The file's path, for messages.
            first_line: The line in the file at which the text begins, counted from 1.
        """
        page = read_blocks(markdown, path, first_line)
        self.marks = SourceMarks(page)
        return page

    def mark(self, lines: list[str]) -> list[str]:
        """Give the lines of a page with marks; what nobody read before is read now."""
        if not self.marks.are_of(lines):
            self.read("\n".join(lines), "", 1)
        return self.marks.put_in()

    def lost(self, path: str) -> list[Problem]:
        """Find what was read of the page and has no place in what Markdown made of it.

        Args:
            path: The file's path, for messages.
        """
        return [mistake.in_file(path) for mistake in self.marks.lost()]

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what takes part in rendering."""
        md.registerExtension(self)
        # A text can begin with slashes that are no block.
        escape_chars(md, ["/"])
        # Before fenced code (25) is put away, whose fences they know.
        standing = StandingSentencePreprocessor(md, lambda: (self.sentences, self.page))
        md.preprocessors.register(standing, "standing-sentences", 27)
        md.preprocessors.register(MarkPreprocessor(md, self), "source-marks", 26)
        # After lists (90) are indented, and before everything else.
        self._blocks = MarkedBlocksProcessor(md.parser, md, self)
        md.parser.blockprocessors.register(self._blocks, "marked-blocks", 89.99)
        md.parser.blockprocessors.register(MarkedEntriesProcessor(md.parser, self), "marked-entries", 89.98)
        # After everything else.
        md.postprocessors.register(LeftMarksPostprocessor(md, self), "left-marks", 0)
        if self.numbers:
            # After links (160), so that a number in an address is left alone.
            md.inlinePatterns.register(PhoneNumberProcessor(self.numbers, md), "phone-number", 70)

    def reset(self) -> None:
        """Forget the blocks of the page before."""
        self._blocks._reset()


class MarkPreprocessor(Preprocessor):
    """Marks what was read."""

    def __init__(self, md: Markdown, extension: HouvastExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines of the page with marks in them."""
        return self._extension.mark(lines)


class MarkedBlocksProcessor(BlocksProcessor):
    """Nests the blocks whose marks it finds, as pymdownx.blocks does with slashes."""

    def __init__(self, parser: BlockParser, md: Markdown, extension: HouvastExtension) -> None:
        super().__init__(parser, md)
        self._extension = extension
        told = {"audience": lambda: extension.audience, "take_item": lambda text: extension.marks.take_item(text)}
        for block in BLOCKS.values():
            self.register(block, told)

    def test(self, parent: etree.Element, block: str) -> bool:
        """Tell whether a block begins here, or one that began takes this in."""
        if self.get_parent(parent) is not None:
            return True
        found = BEGIN.search(block)
        if found is None:
            return False
        number = int(found[1])
        written = self._extension.marks.part(number)
        assert isinstance(written, SourceBlock)
        kind = written.kind
        # The mark's number takes the place of the number of slashes, by which an end belongs to its beginning.
        made = self.blocks[kind](number, self.trackers[kind], self, self.config[kind])
        if not made._validate(parent, written.title if written.has_bar else None, **written.options):
            return False
        self._extension.marks.place(number)
        self.cached_block = (made, block[found.end() :])
        if found.start():
            self.parser.parseBlocks(parent, [block[: found.start()]])
        return True

    def split_end(self, block: str, length: int) -> tuple[str | None, str | None, bool]:
        """Part a text at the end of the block with this number."""
        for found in END.finditer(block):
            if int(found[1]) == length:
                return block[: found.start()] or None, block[found.end() :] or None, True
        return block, None, False


class MarkedEntriesProcessor(BlockProcessor):
    """Makes lists of the fields, choices and answers whose marks it finds."""

    def __init__(self, parser: BlockParser, extension: HouvastExtension) -> None:
        super().__init__(parser)
        self._extension = extension

    def test(self, parent: etree.Element, block: str) -> bool:
        """Tell whether an entry stands here."""
        return ENTRY.fullmatch(block.strip()) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Add the entry to the list above it, or begin one."""
        found = ENTRY.fullmatch(blocks.pop(0).strip())
        assert found is not None
        written = self._extension.marks.place(int(found[1]))
        assert isinstance(written, SourceField | SourceEntry)
        listing = self.lastChild(parent)
        if listing is None or listing.tag != "ul" or listing.find(f"li[@{ATTRIBUTE}]") is None:
            listing = etree.SubElement(parent, "ul")
        entry = written.field if isinstance(written, SourceField) else written.entry
        etree.SubElement(listing, "li", {ATTRIBUTE: as_attribute(entry)})


class LeftMarksPostprocessor(Postprocessor):
    """Puts what an author wrote in the place of marks that are left."""

    def __init__(self, md: Markdown, extension: HouvastExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        """Give the rendered page without marks."""
        return self._extension.marks.without_marks(text)
