"""The help numbers: one data file for all languages, with what each number is for in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.review_dates import Check, read_check
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree
from houvast.data.yaml_shapes import meant


@dataclass(frozen=True)
class Helpline:
    """Somebody who can be called.

    Attributes:
        id: The same in every language.
        number: As readers see it.
        cost: `free`, `usual`, or empty where it is not known.
        hours: `24/7`, or empty.
        open: When somebody is there, in the language asked for, where that is not always; empty where nothing is
            confirmed: then nothing is printed.
        bill: Whether a call can stand on a phone bill: `possible`, `never`, or empty where it is not known.
        chat: The name of the site on which one can chat, or empty.
        listed: Whether it stands in the lists of numbers, or only where a page says it.
        footer: Whether it stands at the foot of every page.
        seen_on: Where the facts were seen.
        check: When an editor last checked them and when that is due again; nothing where the data does not say.
        line: The line at which the data says so.
        name: Who it is, in the language asked for.
        purpose: What to call for, in the language asked for.
    """

    id: str
    number: str
    cost: str
    hours: str
    open: str
    bill: str
    chat: str
    listed: bool
    footer: bool
    seen_on: str
    check: Check | None
    line: int
    name: str
    purpose: str

    @property
    def tel(self) -> str:
        """The number as a phone dials it."""
        return as_dialled(self.number)


# What the data may say of the cost, of the hours and of the phone bill.
COSTS = ("free", "usual")
HOURS = ("24/7",)
BILL = ("possible", "never")


@dataclass(frozen=True)
class Country:
    """The help numbers of one country."""

    id: str
    name: str
    lines: tuple[Helpline, ...]


def load_helplines(
    shared: Path, texts: Path, root: Path, months: int, today: date
) -> tuple[dict[str, Country], list[Problem]]:
    """Read the help numbers with the texts of one language.

    Args:
        shared: The data file with the numbers, per country.
        texts: The data file with names and purposes in one language.
        root: The project's folder, for the paths in messages.
        months: After how many months a number is due to be checked again.
        today: The day of the build.

    Returns:
        The countries by id, and a problem for each text that is missing or left over, and for each date that cannot be.
    """
    written, written_texts = read_text(shared), read_text(texts)
    numbers, places = read_yaml(written), lines_of_keys(read_yaml_tree(written))
    said, text_places = read_yaml(written_texts), lines_of_keys(read_yaml_tree(written_texts))
    path = texts.relative_to(root).as_posix()
    problems: list[Problem] = []
    countries: dict[str, Country] = {}
    known = {"countries": list(numbers), "lines": [line_id for lines in numbers.values() for line_id in lines]}
    for part, names in known.items():
        for name in said[part].keys() - set(names):
            what = f"{shared.relative_to(root).as_posix()} has no '{name}'."
            problems.append(Problem(path, text_places[(part, name)], what, meant(name, names)))
    for country_id, lines in numbers.items():
        if country_id not in said["countries"]:
            what, remedy = f"the country '{country_id}' has no name.", f"Add `{country_id}: …` under `countries`."
            problems.append(Problem(path, text_places[("countries",)], what, remedy))
        helplines = []
        for line_id, line in lines.items():
            own = said["lines"].get(line_id, {})
            if not own:
                what, remedy = f"'{line_id}' has no name and no text.", f"Add `{line_id}: {{name: …, for: …}}`."
                problems.append(Problem(path, text_places[("lines",)], what, remedy))

            def report(key: str, what: str, remedy: str, place: tuple[str, str] = (country_id, line_id)) -> None:
                line = places.get((*place, key), places[place])
                problems.append(Problem(shared.relative_to(root).as_posix(), line, f"{place[1]}: {what}", remedy))

            helplines.append(
                Helpline(
                    id=line_id,
                    number=line["number"],
                    cost=line.get("cost", ""),
                    hours=line.get("hours", ""),
                    open=own.get("hours", ""),
                    bill=line.get("bill", ""),
                    chat=line.get("chat", ""),
                    listed=line.get("listed", True),
                    footer=line.get("footer", False),
                    seen_on=line["seen_on"],
                    check=read_check(line, months, today, report),
                    line=places.get((country_id, line_id, "checked"), 1),
                    name=own.get("name", line_id),
                    purpose=own.get("for", ""),
                )
            )
        countries[country_id] = Country(country_id, said["countries"].get(country_id, country_id), tuple(helplines))
    return countries, problems


def as_dialled(number: str) -> str:
    """A number as a phone dials it."""
    return re.sub(r"[ -]", "", number)


def known_numbers(shared: Path) -> list[str]:
    """All numbers of the data file, as readers see them, each once."""
    numbers = read_yaml(read_text(shared))
    return sorted({line["number"] for lines in numbers.values() for line in lines.values()})


def numbers_by_country(shared: Path) -> dict[str, list[str]]:
    """The numbers of the data file, as readers see them, by the country that has them."""
    numbers = read_yaml(read_text(shared))
    return {country: [line["number"] for line in lines.values()] for country, lines in numbers.items()}
