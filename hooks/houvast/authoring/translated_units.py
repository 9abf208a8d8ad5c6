"""The texts of one language in units: pieces that a translator looks at one by one, each with a mark of what it says.

A unit is a tip, a list, a part of a worksheet, a piece of the training, a section of a page under a heading, what else
stands on a page, or one text of a data file. Nothing that is written is in no unit, or in two.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import yaml
from markdown.extensions.toc import slugify

from houvast.authoring.block_reader import read_blocks
from houvast.authoring.block_syntax import SLASHES
from houvast.authoring.front_matter import front_matter_of, text_below
from houvast.authoring.page_links import SCHEME
from houvast.authoring.source_blocks import Scan, SourceBlock
from houvast.authoring.source_files import files_that_end_in
from houvast.authoring.source_lines import prose_lines
from houvast.data.data_folder import language_file
from houvast.data.languages import FILE as LANGUAGE
from houvast.data.problem import Problem
from houvast.data.search_words import FILE as SEARCH_WORDS
from houvast.data.source_text import read_text
from houvast.data.yaml_files import line_of_error, read_yaml_tree

# The blocks that are looked at by themselves; what stands in any other belongs to the unit around it.
UNIT_BLOCKS = ("tip", "list", "part", "case", "step", "question", "exercise", "role-play", "family")
# What a page says above its text for its readers.
_SAID = ("title", "description")
# Options that hold names and numbers, equal in every language; what any other option says is a text.
_NO_TEXT = (
    *("id", "sources", "needs", "select", "country", "audience", "family", "kind", "role"),
    *("keep", "optional", "short", "paper", "copies", "rows", "minutes"),
)
# Written anew for each language: what is known of it, how wrong answers sound in it, what people type, and by what
# words a page explains a term itself.
OWN_FILES = (LANGUAGE, "moulds.yml", SEARCH_WORDS)
_OWN_KEYS = ("unless",)

# What names of units begin with where they are those of data files.
_DATA = "data/"

_SECTION = re.compile(r"^ {0,3}## +(\S.*?)[ #]*$")
_BULLET = re.compile(r"^(\s*)[*+](?= )", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)>?\s*\)")


@dataclass(frozen=True)
class Unit:
    """One piece of text.

    Attributes:
        file: Where it stands, within the folder of its language.
        name: What it is called in that file; empty for what stands on a page outside all others.
        kind: The kind of block, or "page", "section" or "text" (of a data file).
        line: The line at which it begins.
        lines: Its own lines with their numbers, without those of the units in it.
        blocks: The blocks in it that are no units.
    """

    file: str
    name: str
    kind: str
    line: int
    lines: tuple[tuple[int, str], ...]
    blocks: tuple[SourceBlock, ...] = field(default=(), compare=False)

    @property
    def key(self) -> str:
        """What it is called in the whole language: the file without its ending, a colon, and the name."""
        stem = self.file.rpartition(".")[0]
        return f"{stem}:{self.name}" if self.name else stem

    @property
    def mark(self) -> str:
        """Eight letters and digits that change with what the unit says, and not with how that is laid out."""
        text = "\n".join(line for _, line in self.lines)
        return hashlib.sha256(_normalised(text).encode()).hexdigest()[:8]

    @property
    def called(self) -> str:
        """The unit in a message."""
        if self.kind == "page":
            return "what stands on this page outside its tips, parts and sections"
        if self.file == f"{_DATA}standing.yml":
            return f"the standing sentence '{self.name}'"
        return f"the {self.kind} '{self.name}'"


@dataclass(frozen=True)
class Texts:
    """The texts of one language.

    Attributes:
        language: The language.
        root: The docs folder as written in messages.
        units: Its units by key.
    """

    language: str
    root: str
    units: Mapping[str, Unit] = field(default_factory=dict)

    def only(self, has: Callable[[str], bool]) -> Texts:
        """The texts of a part: all of the data, and of the pages those of which `has` says that they belong to it."""
        units = {key: unit for key, unit in self.units.items() if unit.file.startswith(_DATA) or has(unit.file)}
        return Texts(self.language, self.root, units)

    def path(self, file: str) -> str:
        """A file of the language as messages show it."""
        if file.startswith(_DATA):
            return language_file(self.language, file.removeprefix(_DATA))
        return f"{self.root}/{self.language}/{file}"

    def place(self, unit: Unit) -> str:
        """File and line of a unit."""
        return f"{self.path(unit.file)}:{unit.line}"

    @cached_property
    def sections(self) -> Mapping[str, list[Unit]]:
        """The sections of each page that has any, in order."""
        sections: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            if unit.kind == "section":
                sections.setdefault(unit.file, []).append(unit)
        return sections


def page_of_key(key: str) -> str:
    """The part of a key that names the file: the key of a page itself."""
    return key.partition(":")[0]


def file_of_key(key: str) -> str:
    """The file in which a unit stands or stood, within the folder of its language."""
    stem = page_of_key(key)
    return f"{stem}.yml" if stem.startswith(_DATA) else f"{stem}.md"


def read_texts(
    docs: Path, data: Path, language: str, root: str, scans: Mapping[str, Scan] | None = None
) -> tuple[Texts, list[Problem]]:
    """Read all texts of one language.

    Args:
        docs: The folder of the pages.
        data: The folder of the data.
        language: The language, which is the name of its folder in both.
        root: The docs folder as written in messages.
        scans: The blocks of pages that were read before, by their files in the docs folder.

    Returns:
        The texts, and a problem for each mistake that keeps a file from being taken apart: its texts are not whole.
    """
    units: dict[str, Unit] = {}
    problems: list[Problem] = []
    folder = docs / language
    for path in files_that_end_in(".md", folder):
        file = path.relative_to(folder).as_posix()
        source = read_text(path)
        scan = (scans or {}).get(f"{language}/{file}")
        if scan is None:
            markdown, first_line = text_below(source)
            scan = read_blocks(markdown, f"{root}/{language}/{file}", first_line)
        problems += scan.problems
        units |= {unit.key: unit for unit in page_units(source, file, scan)}
    for path in sorted((data / language).glob("*.yml")):
        if path.name in OWN_FILES:
            continue
        file = f"{_DATA}{path.name}"
        try:
            tree = read_yaml_tree(read_text(path))
        except yaml.YAMLError as error:
            remedy = "Put a text with a colon in quotes, and indent the lines as elsewhere in the file."
            what = "this file cannot be read."
            problems.append(Problem(language_file(language, path.name), line_of_error(error), what, remedy))
            continue
        units |= {unit.key: unit for unit in _data_units(tree, file, "") if unit.name}
    return Texts(language, root, units), problems


def page_units(source: str, file: str, scan: Scan) -> Iterator[Unit]:
    """Take a page apart.

    Args:
        source: The whole file.
        file: Where it lies, within the folder of its language.
        scan: Its blocks, without mistakes.

    Yields:
        Its units, the page itself first; two that would have one name are one.
    """
    markdown, first_line = text_below(source)
    lines = dict(enumerate(markdown.split("\n"), first_line))
    prose = {number for number, _ in prose_lines(markdown, first_line)}
    owner: dict[int, SourceBlock] = {}
    for block in scan.blocks:
        if _is_unit(block):
            owner |= dict.fromkeys(range(block.line, block.end + 1), block)
    said = front_matter_of(source, {})
    heads = {"": Unit(file, "", "page", 1, ())}
    texts: dict[str, list[tuple[int, str]]] = {"": [(1, f"{key}: {said[key]}") for key in _SAID if key in said]}
    name_at: dict[int, str] = {}
    no_text = {number for block in scan.blocks for number in _lines_without_text(block)}
    section = ""
    for number, line in lines.items():
        name, inner = section, owner.get(number)
        if inner is not None:
            name = _name(inner)
            heads.setdefault(name, Unit(file, name, inner.kind, number, ()))
        elif number in prose and (found := _SECTION.match(line)):
            name = section = slugify(found[1], "-") or found[1]
            heads.setdefault(name, Unit(file, name, "section", number, ()))
        name_at[number] = name
        if number not in no_text:
            texts.setdefault(name, []).append((number, line))
    blocks: dict[str, list[SourceBlock]] = {}
    for block in scan.blocks:
        if not _is_unit(block):
            blocks.setdefault(name_at.get(block.line, ""), []).append(block)
    for name, head in heads.items():
        yield replace(head, lines=tuple(texts.get(name, ())), blocks=tuple(blocks.get(name, ())))


def _is_unit(block: SourceBlock) -> bool:
    return block.kind in UNIT_BLOCKS and "id" in block.options


def _name(block: SourceBlock) -> str:
    """The ids of a unit's block and of those units that it stands in, as in "case/step"."""
    outer = block.outer
    while outer is not None and not _is_unit(outer):
        outer = outer.outer
    own = str(block.options["id"])
    return f"{_name(outer)}/{own}" if outer is not None else own


def _lines_without_text(block: SourceBlock) -> Iterator[int]:
    """The lines of a block's options that hold names and numbers."""
    begun = {line: option for option, line in block.option_lines.items()}
    option = ""
    for number in range(block.line + 1, block.options_end + 1):
        option = begun.get(number, option)
        if option in _NO_TEXT:
            yield number


def _data_units(node: yaml.Node | None, file: str, name: str) -> Iterator[Unit]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value not in _OWN_KEYS:
                yield from _data_units(value, file, f"{name}.{key.value}" if name else str(key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value, 1):
            yield from _data_units(value, file, f"{name}.{index}")
    elif isinstance(node, yaml.ScalarNode):
        line = node.start_mark.line + 1
        yield Unit(file, name, "text", line, ((line, str(node.value)),))


def _normalised(text: str) -> str:
    """A text without what no reader sees: line breaks and spaces, which bullet, and where a link within the site leads.

    Where links lead is compared between the languages, see `translated_facts`.
    """
    text = SLASHES.sub("", unicodedata.normalize("NFC", text))
    text = _EMPHASIS.sub(lambda found: "*" * len(found[0]), _BULLET.sub(r"\1-", text))
    text = _TARGET.sub(lambda found: found[0] if SCHEME.match(found[1]) else "]()", text)
    return " ".join(text.split())
