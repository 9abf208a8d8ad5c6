"""Makes a language out of the English of a project by machine: real letters of that language in the place of the
English ones, so that nothing can be read and all that depends on letters, and on their direction, can be seen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from houvast.data.languages import has_plurals

# Options of blocks, and what a page says above its text, that are words; all others are names and numbers.
_WORDED = re.compile(r"^((?: {4,}row|title|description): *)(.*)$")
_OPTION = re.compile(r"^ {4,}[\w-]+:|^[\w-]+:")
_HEAD = re.compile(r"^( {0,3}/{3,} *[\w-]+ *(?:\| *)?)(.*)$")
_CHOICE = re.compile(r"\|[^|]*$")
_ENTRY = re.compile(r"^([-*+] \[[^\]]*\](?!\() *[\w-]+ \|)(.*)$")
_ANSWERS = ("right", "wrong", "then", "better", "also", "worse")
# A key before what a reader sees, in what can be chosen and in the hint of a field; the lines of a field.
_KEY = r"(?<=\| )(?:hint|[a-z0-9-]+):(?= )"
_LINES = r"(?<=\| )lines: \d+"
_KEPT = (
    r"\[\[[^\]]*\]\]|(?<=\])\([^)]*\)|\{[^}]*\}|`[^`]*`|https?://\S+|<[^>]+>|\b[A-Z]{2,}\b|\b[\w-]+\.(?:nl|be|org|app|yml|md)\b|"
    + _LINES
)


@dataclass(frozen=True)
class PseudoLanguage:
    """A language made by machine.

    Attributes:
        locale: Its code.
        name: What it calls itself.
        direction: From which side it is written.
        letters: Which letter stands for which English one.
        plurals: The forms that a word has beside a number (CLDR).
    """

    locale: str
    name: str
    direction: str
    letters: dict[int, str]
    plurals: tuple[str, ...]


_SMALL = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = str.maketrans(_SMALL + _SMALL.upper(), 2 * "ابجدهوزحطيكلمنسعفصقرشتثخذض")
_POLISH = str.maketrans("acelnosxzACELNOSXZ", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
ARABIC = PseudoLanguage("ar", "العربية", "rtl", _ARABIC, ("zero", "one", "two", "few", "many", "other"))
POLISH = PseudoLanguage("pl", "Polski", "ltr", _POLISH, ("one", "few", "many", "other"))


def add_pseudo_language(project: Path, language: PseudoLanguage, pages: Collection[str] = ()) -> None:
    """Add a language to a project: its pages, its data and its settings.

    Args:
        project: The project's folder.
        language: The language.
        pages: The parts that it has, as `thuis` or `index.md`; all of the site where none is named.
    """
    said = _said_in(project, language)
    docs = project / "docs"
    for path in sorted((docs / "en").rglob("*.*")):
        file = path.relative_to(docs / "en").as_posix()
        if pages and not any(file == part or file.startswith(f"{part}/") for part in pages):
            continue
        there = docs / language.locale / file
        there.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            # Where a page was before is different in each language.
            page = path.read_text("utf-8").replace("\nmoved_from: [en/", f"\nmoved_from: [{language.locale}/")
            there.write_text(_page(page, said), "utf-8")
        else:
            shutil.copy(path, there)
    _add_data(project / "data", language, said, pages)
    settings = project / "mkdocs.yml"
    lines = f"      - locale: {language.locale}\n        name: {language.name}\n"
    # Behind the others.
    text = re.sub(
        r"(?m)^(    languages:\n(?:      .*\n)*)", lambda found: found[1] + lines, settings.read_text("utf-8")
    )
    settings.write_text(text, "utf-8")


def _said_in(project: Path, language: PseudoLanguage) -> Callable[..., str]:
    listed = yaml.safe_load((project / "data/foreign-words.yml").read_text("utf-8"))
    names = {name for own in listed.values() for name in own}
    kept = "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True))

    def said(text: str, also_kept: str = "") -> str:
        pieces = re.split("(" + "|".join(filter(None, (_KEPT, kept, also_kept))) + ")", text)
        return "".join(piece if at % 2 else piece.translate(language.letters) for at, piece in enumerate(pieces))

    return said


def translated(text: str, project: Path, language: PseudoLanguage) -> str:
    """Give a piece of a page, or a text of the data, as the language says it."""
    return _page(text, _said_in(project, language))


def _page(text: str, said: Callable[..., str]) -> str:
    lines, is_head, is_code, answer = [], text.startswith("---"), False, False
    for number, line in enumerate(text.split("\n")):
        if is_head and number and line == "---":
            is_head = False
        if line.lstrip().startswith("```"):
            is_code = not is_code
        if is_code or line.strip() in ("---", "```"):
            lines.append(line)
        elif found := _WORDED.match(line):
            lines.append(found[1] + said(found[2]))
        elif is_head or (_OPTION.match(line) and line.startswith("    ")):
            lines.append(line)
        elif found := _HEAD.match(line):
            lines.append(found[1] + said(found[2]))
        else:
            found = _ENTRY.match(line)
            if found or not line.startswith("  "):
                answer = bool(found) and any(f"[{kind}]" in line for kind in _ANSWERS)
            before, rest = (found[1], found[2]) if found else ("", line)
            # The last of an answer are ids of tips, whichever line it stands on.
            tips = _CHOICE.search(rest) if answer else None
            if tips and re.fullmatch(r"\|[a-z0-9, -]+", tips[0]):
                lines.append(before + said(rest[: tips.start()]) + tips[0])
            else:
                is_chosen = before.startswith(("- [choose]", "- [text]", "- [line]"))
                lines.append(before + said(rest, _KEY if is_chosen else ""))
    return "\n".join(lines)


def _add_data(data: Path, language: PseudoLanguage, said: Callable[..., str], pages: Collection[str]) -> None:
    def in_it(value: Any) -> Any:
        if has_plurals(value):
            return {form: in_it(value["other"]) for form in language.plurals}
        if isinstance(value, dict):
            return {key: in_it(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [in_it(inner) for inner in value]
        return said(value) if isinstance(value, str) else value

    own = data / language.locale
    shutil.copytree(data / "en", own, ignore=shutil.ignore_patterns("translated.txt"))
    for path in own.glob("*.yml"):
        content = yaml.safe_load(path.read_text("utf-8"))
        if path.name == "search-words.yml":
            # Words of the pages, in which nobody slips; what letters sound like is of English.
            content |= {"others": {}, "alike": {}}
        _write(path, in_it(content))
    facts = yaml.safe_load((data / "en/language.yml").read_text("utf-8"))
    words = [said(word).lower() for word in facts["neutral_words"]]
    _write(
        own / "language.yml",
        {"dates": language.locale, "neutral_words": words, **({"part": [*pages]} if pages else {})},
    )
    countries = yaml.safe_load((data / "countries.yml").read_text("utf-8"))
    for country in countries["countries"].values():
        country[language.locale] = in_it(country["en"])
    countries["joins"][language.locale] = in_it(countries["joins"]["en"])
    _write(data / "countries.yml", countries)
    emergencies = yaml.safe_load((data / "emergency-words.yml").read_text("utf-8"))
    emergencies["refused"][language.locale] = in_it(emergencies["refused"]["en"])
    _write(data / "emergency-words.yml", emergencies)
    glossary = yaml.safe_load((data / "glossary.yml").read_text("utf-8"))
    for term in glossary.values():
        if "en" in term:
            term[language.locale] = in_it(term["en"])
    _write(data / "glossary.yml", glossary)


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
