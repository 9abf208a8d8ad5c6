"""Every data file of the site and what it may say: all are read through here once, before anything uses them.

So what reads a data file afterwards finds each field that it needs, and each name once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml
from babel.localedata import locale_identifiers

from houvast.data import publisher
from houvast.data.audiences import AUDIENCES
from houvast.data.browser_traces import BROWSERS, RESULTS
from houvast.data.data_folder import FOLDER, language_file, shared_file
from houvast.data.helplines import BILL, COSTS, HOURS
from houvast.data.identifiers import NAME
from houvast.data.languages import FILE as LANGUAGE
from houvast.data.problem import Mistake, Problem
from houvast.data.source_points import KINDS
from houvast.data.source_text import read_text
from houvast.data.terms import EVERYONE, PLAINEST_FIRST, UNLESS
from houvast.data.yaml_files import keys_twice, read_yaml_tree, unreadable
from houvast.data.yaml_shapes import WHOLE_FILE, Anything, Fields, Flag, ListOf, Named, Nested, Shape, Text, meant

# What a language with a part of the site may lack: words of pages for professionals alone, and what people type.
NOT_OF_A_PART = ("moulds.yml", "sources.yml", "search-words.yml")
_ID = Text(like=NAME, example="safe-now")
# As houvast.checks.revealing_words looks for them: a capital or a hyphen would never be found.
_NEUTRAL_WORD = Text(like=re.compile(r"[^-_/#.A-Z]+"), example="veilig thuis")
_LOCALE = Text(like=re.compile("|".join(locale_identifiers()).replace("_", "-")), example="fr")
_PART = Text(like=re.compile(r"[^/\s]+(?:/[^/\s]+)*"), example="thuis")
_NUMBER = Text(like=re.compile(r"\+?\d[\d -]*"), example='"0800-2000"')


def data_files(languages: Collection[str], others: Collection[str] = ()) -> dict[str, Shape]:
    """List the data files, each by its path from the project's folder, with what it may say.

    Args:
        languages: Those that the site is built in: they need every word.
        others: Those that have a folder too, and may have words.
    """
    files = {shared_file(name): shape for name, shape in _shared(languages, others).items()}
    for language in languages:
        files |= {language_file(language, name): shape for name, shape in _OF_A_LANGUAGE.items()}
    return files


def _lacks(root: Path, name: str) -> bool:
    """Whether it is a file that is not there, and that its language may lack."""
    path = root / name
    own = path.with_name(LANGUAGE)
    return (
        path.name in NOT_OF_A_PART
        and not path.exists()
        and own.is_file()
        and bool(re.search(r"(?m)^part:", read_text(own)))
    )


def _shared(languages: Collection[str], others: Collection[str]) -> dict[str, Shape]:
    def in_each(shape: Shape, **also: Shape) -> Fields:
        return Fields(
            required={**also, **dict.fromkeys(languages, shape)},
            optional=dict.fromkeys((name for name in others if name not in languages), shape),
        )

    def in_any(shape: Shape) -> Fields:
        return Fields(optional=dict.fromkeys([*languages, *others], shape))

    return {
        "browser-traces.yml": Named(
            Fields(optional=dict.fromkeys(BROWSERS, Fields(required={"left": Text(one_of=RESULTS), "test": Text()})))
        ),
        "countries.yml": Fields(
            required={
                "countries": Named(
                    in_each(
                        Fields(
                            required={"names": ListOf(), "marks": ListOf(), "only": ListOf()},
                            optional={"unless": ListOf()},
                        ),
                        called=Text(),
                    )
                ),
                "joins": in_each(ListOf()),
            }
        ),
        "emergency-words.yml": Fields(required={"numbers": ListOf(_NUMBER), "refused": in_each(ListOf())}),
        "foreign-words.yml": Named(ListOf(), name=_LOCALE),
        "form-names.yml": Fields(
            required={
                "forms": Named(
                    Fields(
                        required={"names": ListOf()},
                        optional={
                            "renamed": Named(may_be_empty=True),
                            "retired": Named(in_any(Text()), may_be_empty=True),
                        },
                    ),
                    may_be_empty=True,
                ),
                "renamed_forms": Named(may_be_empty=True),
                "retired_forms": ListOf(may_be_empty=True),
            }
        ),
        "glossary.yml": Named(
            in_any(Fields(required={"term": Text(), "forms": ListOf()}, optional={"never": ListOf()}))
        ),
        "helplines.yml": Named(
            Named(
                Fields(
                    # What `checked` and `check_again` say is for houvast.data.review_dates, as on a page.
                    required={"number": _NUMBER, "seen_on": Text(), "checked": Anything()},
                    optional={
                        "cost": Text(one_of=COSTS),
                        "hours": Text(one_of=HOURS),
                        "bill": Text(one_of=BILL),
                        "chat": Text(),
                        "listed": Flag(),
                        "footer": Flag(),
                        "check_again": Anything(),
                    },
                )
            )
        ),
        publisher.FILE: publisher.SHAPE,
        "situations.yml": Named(
            Fields(required={"audience": Text(one_of=AUDIENCES), "page": Text()}, optional={"tip": Text()}),
            name=_ID,
            may_be_empty=True,
        ),
        "sources.yml": Named(
            Fields(
                required={
                    "title": Text(),
                    "points": Named(
                        Fields(required={"kind": Text(one_of=KINDS), "audience": ListOf(Text(one_of=AUDIENCES))})
                    ),
                }
            ),
            may_be_empty=True,
        ),
    }


_OF_A_LANGUAGE: dict[str, Shape] = {
    "helplines.yml": Fields(
        required={
            "countries": Named(),
            "lines": Named(Fields(required={"name": Text(), "for": Text()}, optional={"hours": Text()})),
        }
    ),
    LANGUAGE: Fields(
        required={"dates": _LOCALE, "neutral_words": ListOf(_NEUTRAL_WORD)},
        optional={"part": ListOf(_PART), "unchecked": ListOf(_PART)},
    ),
    "moulds.yml": Named(Fields(required={"forms": ListOf(), "examples": ListOf()}), name=_ID),
    publisher.FILE: publisher.SHAPE_OF_A_LANGUAGE,
    "search-words.yml": Fields(
        required={
            "passed_over": ListOf(may_be_empty=True),
            "endings": ListOf(may_be_empty=True),
            "alike": Named(may_be_empty=True),
            "emergency": ListOf(),
            "others": Named(ListOf(), may_be_empty=True),
        }
    ),
    "situations.yml": Named(name=_ID, may_be_empty=True),
    "sources.yml": Named(
        Fields(
            required={
                "label": Text(),
                "written_for": Text(),
                "publisher": Text(),
                "written": Text(),
                "points": Named(),
            }
        ),
        may_be_empty=True,
    ),
    "standing.yml": Named(name=_ID, may_be_empty=True),
    "terms.yml": Named(
        Fields(optional=dict.fromkeys((*reversed(PLAINEST_FIRST), EVERYONE), Text()) | {UNLESS: ListOf()})
    ),
    "words.yml": Named(Nested()),
}


def check_data_files(root: Path, languages: Collection[str]) -> Iterator[Problem]:
    """Read every data file, and find what is wrong with its form.

    Args:
        root: The project's folder.
        languages: Those that the site is built in.
    """
    folders = [root / FOLDER, *(root / FOLDER / language for language in languages)]
    files = data_files(languages, [folder.name for folder in (root / FOLDER).glob("[!.]*/")])
    # What may not be seen from outside holds before a language is built.
    begun = [language_file(folder.parent.name, LANGUAGE) for folder in (root / FOLDER).glob(f"[!.]*/{LANGUAGE}")]
    files |= {name: _OF_A_LANGUAGE[LANGUAGE] for name in sorted(begun) if name not in files}
    for name, shape in files.items():
        for mistake in () if _lacks(root, name) else check_yaml_file(root / name, shape):
            yield mistake.in_file(name)
    for path in sorted(path for folder in folders for path in folder.glob("[!.]*.y*ml")):
        if (name := path.relative_to(root).as_posix()) not in files:
            beside = [
                other.rpartition("/")[2] for other in files if other.rpartition("/")[0] == name.rpartition("/")[0]
            ]
            what, remedy = "nothing reads this data file.", meant(path.name, beside)
            yield Problem(name, 1, what, remedy)


def check_yaml_file(path: Path, shape: Shape) -> Iterator[Mistake]:
    """Read a data file, and find what keeps it from being used: none of these is ever a traceback.

    Args:
        path: The file.
        shape: What it may say.
    """
    if not path.is_file():
        yield Mistake(1, "this data file is not there, and the site cannot be built without it.", "Put it back.")
        return
    # Bytes that are no text are told of by hooks/steps/sources.py, which looks at every file.
    text = read_text(path)
    try:
        tree = read_yaml_tree(text)
    except yaml.YAMLError as error:
        yield unreadable(error, text)
        return
    if tree is None:
        yield Mistake(1, "this data file is empty, and the site cannot be built without it.", "Put back what it said.")
        return
    yield from keys_twice(tree)
    yield from shape.mistakes(tree, WHOLE_FILE, 1)
