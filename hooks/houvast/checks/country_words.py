"""What is there in one country only, and passages that name it for another: data/countries.yml has the words.

A reader whose country has no such desk would call in vain, or a professional would keep to a rule that is not theirs.
What marks a passage as one country's:

- A sentence that begins with a mark, as "In Vlaanderen bel je 1712" or "Werk je in Vlaanderen, bel dan een CAW", is
  that country's. So are those behind it in the same paragraph, up to one that names a country, or up to a standing
  sentence: that is checked in its own file. A question with one mark anywhere in it goes on in the same way, as "Werk
  je in Vlaanderen? Bel dan een CAW."
- A mark further on in a sentence counts for its clause: "Overleg met Veilig Thuis, of in Vlaanderen met een CAW."
- Brackets that begin with a country, as "Awel (Vlaanderen, 102)", count for what is in them and the desk before them.
- A title or a heading that is one country's as a whole, as "Vlaanderen: bel 1712", marks what stands under it. There a
  sentence that names a country counts by itself.

What names two countries in one breath is nobody's. Where one could read it otherwise, nothing is said: a wrong desk may
be missed in a long sentence, and a right one should not be reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from houvast.authoring.source_blocks import SourceBlock
from houvast.authoring.source_passages import SourcePassage, source_passages
from houvast.data.data_folder import shared_file
from houvast.data.glossary import form_pattern, with_any_space
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree
from houvast.data.yaml_shapes import meant

FILE = shared_file("countries.yml")
# The blocks whose title can make what is in them one country's. Not those of the training: there a text may turn from
# one country to the other.
_MARKED_BY_TITLE = ("tip", "part", "warning")
_BEFORE_TEXT = ' -*>[]"“('
_EDGE = re.compile(r"[,;:()–—]")
_CLAUSE_END = re.compile(r"[,;)]")
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_BRACKETS_AT_END = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True)
class Country:
    """The words of one country in one language.

    Attributes:
        called: What messages call it.
        names: Finds its name.
        marks: Finds what marks a clause as its own.
        only: Finds what is there in this country only.
        unless: Finds what says that this is not there elsewhere.
    """

    called: str
    names: re.Pattern[str]
    marks: re.Pattern[str]
    only: re.Pattern[str]
    unless: re.Pattern[str]


@dataclass(frozen=True)
class CountryWords:
    """The words of all countries in one language.

    Attributes:
        countries: Their words.
        joins: Finds words at which another clause can begin.
        together: Finds two of their names in one breath.
    """

    countries: tuple[Country, ...]
    joins: re.Pattern[str]
    together: re.Pattern[str]

    def are_named_in(self, text: str) -> bool:
        """Whether a text names any of them."""
        return any(country.names.search(text) for country in self.countries)


@dataclass(frozen=True)
class _Mark:
    """Where a sentence names a country as the one that it speaks of."""

    start: int
    end: int
    country: Country
    begins: bool = False
    in_brackets: bool = False


@dataclass(frozen=True)
class _Span:
    """A part of a sentence that is one country's."""

    start: int
    end: int
    country: Country


def load_countries(
    path: Path, language: str, numbers: Mapping[str, Sequence[str]], root: Path
) -> tuple[CountryWords, list[Problem]]:
    """Read the words of all countries in one language.

    Args:
        path: The data file.
        language: The language.
        numbers: The help numbers of each country: what only one of them has counts as its words.
        root: The project's folder, for the paths in messages.

    Returns:
        The words, and a problem for each country that has words or help numbers only.
    """
    place, written = path.relative_to(root).as_posix(), read_text(path)
    said, lines = read_yaml(written), lines_of_keys(read_yaml_tree(written))
    problems: list[Problem] = []
    for country in numbers.keys() - said["countries"].keys():
        what = f"the country '{country}' has help numbers and no words, so that nothing is checked for it."
        problems.append(Problem(place, lines[("countries",)], what, "Add it under `countries`."))
    countries: list[Country] = []
    named: list[str] = []
    for country, entry in said["countries"].items():
        own = entry[language]
        if country not in numbers:
            what = f"there is no country '{country}' with help numbers."
            problems.append(Problem(place, lines[("countries", country)], what, meant(country, numbers)))
        others = [number for other, listed in numbers.items() if other != country for number in listed]
        own_numbers = [number for number in numbers.get(country, ()) if number not in others]
        named += [*own["names"], *own["marks"]]
        countries.append(
            Country(
                called=entry["called"],
                names=_either(own["names"]),
                marks=_either(own["marks"]),
                only=form_pattern([*own["only"], *own_numbers]),
                unless=_either(own.get("unless", [])),
            )
        )
    joins, either = _either(said["joins"][language]), _either(named).pattern
    together = re.compile(rf"{either}\s+{joins.pattern}\s+{either}")
    return CountryWords(tuple(countries), joins, together), problems


def check_countries(
    markdown: str, path: str, first_line: int, words: CountryWords, blocks: Sequence[SourceBlock] = ()
) -> Iterator[Problem]:
    """Find what is there in one country only and is named in a passage for another.

    Args:
        markdown: A page's text, without front matter, or a standing sentence.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        words: The words of its language.
        blocks: The blocks of the page.
    """
    headed: dict[int, Country | None] = {}
    titled = [(block, _whose(block.title, words)) for block in blocks if block.kind in _MARKED_BY_TITLE]
    for passage in source_passages(markdown, first_line):
        if passage.level:
            headed = {level: country for level, country in headed.items() if level < passage.level}
            headed[passage.level] = _whose(passage.text, words)
        # The innermost counts, and a title before a heading.
        line = passage.lines[0]
        above = [*headed.values(), *(country for block, country in titled if block.line <= line <= block.end)]
        marked = next((country for country in reversed(above) if country), None)
        yield from _check_passage(passage, path, words, marked)


def _check_passage(passage: SourcePassage, path: str, words: CountryWords, above: Country | None) -> Iterator[Problem]:
    # Most name no country, and to look for that takes next to nothing.
    if above is None and not words.are_named_in(passage.text):
        return
    carried: Country | None = None
    for place, sentence in passage.sentences():
        marks = _marks(sentence, words)
        spans = list(_spans(sentence, marks, words))
        if not words.are_named_in(sentence):
            country = carried or above
            spans = [_Span(0, len(sentence), country)] if country else []
        else:
            goes_on = len(marks) == 1 and (marks[0].begins or sentence.endswith("?"))
            carried = marks[0].country if goes_on else None
        if sentence.endswith("]]"):
            carried = None
        for span in spans:
            for other in words.countries:
                if other is not span.country:
                    yield from _wrong_words(passage, place, sentence, span, other, path)


def _wrong_words(
    passage: SourcePassage, place: int, sentence: str, span: _Span, other: Country, path: str
) -> Iterator[Problem]:
    said = other.unless.sub(lambda found: " " * len(found[0]), sentence)
    for found in other.only.finditer(said, span.start, span.end):
        what = f"'{found[0]}' is there in {other.called} only, and this passage is for {span.country.called}."
        remedy = f"Name who does it in {span.country.called}, or say in the sentence that it is in {other.called}."
        yield Problem(path, passage.line_at(place + found.start()), what, remedy)


def _whose(title: str, words: CountryWords) -> Country | None:
    """The country whose a title is as a whole: by its first words, its only clause, or brackets at its end."""
    marks = _marks(title, words)
    spans = list(_spans(title, marks, words))
    if len(spans) != 1:
        return None
    is_whole = spans[0].start == 0 and spans[0].end == len(title)
    return spans[0].country if is_whole or (marks[0].in_brackets and _IN_BRACKETS_AT_END.search(title)) else None


def _marks(sentence: str, words: CountryWords) -> list[_Mark]:
    """The marks of a sentence, in order, but for countries that are named in one breath."""
    together = [found.span() for found in words.together.finditer(sentence)]
    marks = []
    for country in words.countries:
        for found in country.marks.finditer(sentence):
            before = sentence[: found.start()]
            begins = not before.strip(_BEFORE_TEXT) or _leads(before, sentence[found.end() :], words)
            marks.append(_Mark(found.start(), found.end(), country, begins=begins))
        for found in country.names.finditer(sentence):
            begins = not sentence[: found.start()].strip(_BEFORE_TEXT)
            if sentence[: found.start()].endswith("("):
                marks.append(_Mark(found.start(), found.end(), country, in_brackets=True))
            elif begins and sentence[found.end() :].strip("* ")[:1] in ("", ":"):
                marks.append(_Mark(found.start(), found.end(), country, begins=True))
    apart = [mark for mark in marks if not any(start <= mark.start < end for start, end in together)]
    return sorted(apart, key=lambda mark: mark.start)


def _spans(sentence: str, marks: Sequence[_Mark], words: CountryWords) -> Iterator[_Span]:
    """The parts of a sentence that its marks make one country's, in order."""

    def without_marks(brackets: re.Match[str]) -> str:
        has_mark = any(brackets.start() <= mark.start < brackets.end() for mark in marks)
        return brackets[0] if has_mark else "·" * len(brackets[0])

    # Brackets such as "(0800-2000, gratis)" divide nothing.
    plain = _BRACKETS.sub(without_marks, sentence)
    for index, mark in enumerate(marks):
        earliest = marks[index - 1].end if index else 0
        latest = marks[index + 1].start if index + 1 < len(marks) else len(sentence)
        if latest < len(sentence):
            # The words before the next mark may be its own: "…, 1712 of een CAW in Vlaanderen".
            edges = [*_EDGE.finditer(plain, mark.end, latest)] or [*words.joins.finditer(plain, mark.end, latest)]
            latest = edges[-1].start() if edges else latest
        if mark.begins:
            yield _Span(0, latest, mark.country)
            continue
        if mark.in_brackets:
            start = _desk_before(sentence, mark.start - 1, words)
        else:
            edges = [found for edge in (_EDGE, words.joins) for found in edge.finditer(plain, earliest, mark.start)]
            start = max((found.end() for found in edges), default=mark.start if index else 0)
        # "…, or, in Flanders, a CAW": the comma behind the mark divides nothing.
        is_set_apart = not plain[start : mark.start].strip() and plain[mark.end : mark.end + 1] == ","
        clause_end = _CLAUSE_END.search(plain, mark.end + is_set_apart, latest)
        yield _Span(start, clause_end.start() if clause_end else latest, mark.country)


def _leads(before: str, after: str, words: CountryWords) -> bool:
    """Whether a mark is in words that lead to what follows: "After a report in the Netherlands, …"."""
    divided = _EDGE.search(before) or any(country.only.search(before) for country in words.countries)
    return after.startswith(",") and not divided


def _desk_before(sentence: str, place: int, words: CountryWords) -> int:
    """Where the desk begins that stands right before a place; the place where there is none."""
    before = sentence[:place].rstrip()
    found = [match for country in words.countries for match in country.only.finditer(before)]
    return min((match.start() for match in found if match.end() == len(before)), default=place)


def _either(words: Sequence[str]) -> re.Pattern[str]:
    """Find any of some words, whole and whatever their capitals, the longest first."""
    longest_first = "|".join(map(with_any_space, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?i:(?<!\w)(?:{longest_first})(?!\w))" if words else "(?!)")
