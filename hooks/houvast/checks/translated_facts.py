"""Compares what has to be equal in all languages by unit: warnings, quotes, help numbers, sentences and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from houvast.authoring.page_links import find_links
from houvast.authoring.source_lines import prose_lines
from houvast.authoring.standing_sentences import named_sentences
from houvast.authoring.translated_units import Texts, Unit, page_of_key
from houvast.checks.phone_numbers import confirmed_numbers
from houvast.data.problem import Problem

# Those are counted; of any other kind each has a name.
_COUNTED = {"warning": "warnings", "quote": "quotes"}


@dataclass(frozen=True)
class _Fact:
    """Something that a unit has: what kind of thing, which one, and at which line."""

    kind: str
    which: str
    line: int


def compare_facts(first: Texts, here: Texts, numbers: Collection[str]) -> Iterator[Problem]:
    """Compare the units of one language with those of the first one.

    Args:
        first: The texts of the first language.
        here: Those of another.
        numbers: The help numbers, as readers see them.

    Yields:
        A problem for each kind of thing of which a unit has more or fewer than in the first language, and for each
        number, sentence and link that only one of the two has.
    """
    theirs, ours = _by_place(first), _by_place(here)
    for key, unit in theirs.items():
        if (own := ours.get(key)) is not None:
            wanted = list(_facts(unit, first, numbers, first.units))
            found = list(_facts(own, here, numbers, first.units))
            for what, remedy, line in _differences(wanted, found, first.place(unit)):
                called = own.called if own.kind != "page" else "this page outside its tips and parts"
                yield Problem(here.path(own.file), line or own.line, f"{called} {what}", remedy)
        elif unit.kind == "list":
            what = f"the list '{unit.name}' is there in '{first.language}' but not in '{here.language}'."
            yield Problem(first.path(unit.file), unit.line, what, "Translate it, or give both the same id.")


def _by_place(texts: Texts) -> dict[str, Unit]:
    """The units by key; the sections of a page are one with the page, as each language words its headings."""
    units: dict[str, Unit] = {}
    for unit in texts.units.values():
        if unit.kind == "section":
            page = units[page_of_key(unit.key)]
            units[page.key] = replace(page, lines=page.lines + unit.lines, blocks=page.blocks + unit.blocks)
        else:
            units[unit.key] = unit
    return units


def _facts(unit: Unit, texts: Texts, numbers: Collection[str], units: Mapping[str, Unit]) -> Iterator[_Fact]:
    for block in unit.blocks:
        # Of a part they are compared with its fields.
        if block.kind == "warning" and unit.kind != "part":
            yield _Fact("warning", "", block.line)
        elif block.kind == "helplines":
            yield _Fact("help numbers of", str(block.options.get("country")), block.line)
        elif block.kind == "group":
            names = block.options.get("select")
            listed = ", ".join(map(str, names)) if isinstance(names, list) else str(names)
            yield _Fact("group with", f"[{listed}]", block.line)
    text = "\n".join(line for _, line in unit.lines)
    line_at = [number for number, _ in unit.lines]
    seen: set[str] = set()
    is_quote = False
    for index, line in prose_lines(text, 0):
        if line.startswith(">") and not is_quote:
            yield _Fact("quote", "", line_at[index])
        is_quote = line.startswith(">")
        # How often a number is said depends on the language.
        for number in confirmed_numbers(line, numbers) if any(map(str.isdigit, line)) else ():
            if number not in seen:
                seen.add(number)
                yield _Fact("help number", number, line_at[index])
    for name, index in named_sentences(text, 0) if "[[" in text else ():
        yield _Fact("standing sentence", name, line_at[index])
    # The links of a standing sentence start from the folder of the language.
    page = f"{texts.language}/{unit.file if unit.kind != 'text' else 'index.md'}"
    for link in find_links(text, page, 0) if "](" in text else ():
        target = link.target.removeprefix(f"{texts.language}/")
        # A picture or document may be another one in each language.
        if not target.endswith(".md"):
            continue
        place = units.get(f"{target.removesuffix('.md')}:{link.anchor}")
        # A heading has another address in each language.
        anchor = f"#{link.anchor}" if place is not None and place.kind != "section" else ""
        yield _Fact("link to", f"{target}{anchor}", line_at[link.line])


def _differences(wanted: Sequence[_Fact], found: Sequence[_Fact], there: str) -> Iterator[tuple[str, str, int | None]]:
    """What is different, what to do about it, and the line where it stands, if it stands here."""
    for kind, several in _COUNTED.items():
        ours, theirs = (sum(fact.kind == kind for fact in facts) for facts in (found, wanted))
        if ours != theirs:
            what = f"has {ours} {kind if ours == 1 else several}, and {theirs} in {there}."
            yield what, f"Give it the same {several} in every language.", None
    ours_by, theirs_by = (Counter((fact.kind, fact.which) for fact in facts) for facts in (found, wanted))
    for kind, which in theirs_by - ours_by:
        if kind not in _COUNTED:
            yield f"lacks the {kind} '{which}', which is in {there}.", "Put it here too, or take it out there.", None
    for kind, which in ours_by - theirs_by:
        if kind not in _COUNTED:
            line = next(fact.line for fact in found if (fact.kind, fact.which) == (kind, which))
            yield f"has the {kind} '{which}', which is not in {there}.", "Take it out here, or put it there too.", line
