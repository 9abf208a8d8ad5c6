"""What options of blocks can say: each function reads a value, or says what is wrong with it and what to write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from houvast.data.identifiers import NAME

COMMON_KNOWLEDGE = "common-knowledge"


class OptionError(ValueError):
    """An option that cannot say what it says; says what is wrong, and `remedy` says what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


class Option(NamedTuple):
    """An option of a block, in the form of pymdownx.blocks and whether it has to be there.

    Attributes:
        default: Its value where the author says nothing.
        read: Reads a value that YAML gave; raises OptionError.
        is_required: Whether the author has to say it.
    """

    default: Any
    read: Callable[[Any], Any]
    is_required: bool = False


Options = dict[str, Option]


def identifier(value: Any) -> str:
    """Read an id."""
    if not (isinstance(value, str) and NAME.fullmatch(value)):
        remedy = "Use lower-case letters, digits and hyphens; put a word such as no, yes or on in quotes."
        raise OptionError(f"the id {value!r} cannot be used.", remedy)
    return value


ID = Option("", identifier, is_required=True)


def number(option: str, most: int) -> Callable[[Any], int]:
    """Give what reads a number from 1 on.

    Args:
        option: What the option is called.
        most: The largest number that it can be.
    """

    def read(value: Any) -> int:
        # YAML's true and false are numbers to Python.
        if type(value) is not int or not 1 <= value <= most:
            raise OptionError(f"'{option}' is not a number from 1 to {most}.", f"Write `{option}: 3`.")
        return value

    return read


def flag(option: str) -> Callable[[Any], bool]:
    """Give what reads a yes or no; takes what the option is called."""

    def read(value: Any) -> bool:
        if not isinstance(value, bool):
            raise OptionError(f"'{option}' is neither true nor false.", f"Write `{option}: true`.")
        return value

    return read


def one_of(option: str, known: Collection[str]) -> Callable[[Any], str]:
    """Give what reads one of some words; takes what the option is called, and the words."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise OptionError(f"there is no {option} '{value}'.", f"Use one of: {', '.join(known)}.")
        return value

    return read


def text(option: str, example: str) -> Callable[[Any], str]:
    """Give what reads a text; takes what the option is called, and an example of what it says."""

    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise OptionError(f"'{option}' is {value!r}, and no text.", f"Write for example `{option}: {example}`.")
        return value

    return read


def names(option: str) -> Callable[[Any], list[str]]:
    """Give what reads a list of tips, items or pages; takes what the option is called."""

    def read(value: Any) -> list[str]:
        if not _is_list_of_names(value):
            remedy = f"Write for example `{option}: [safe-now, hopes/ask-hopes]`."
            raise OptionError(f"'{option}' is not a list of names.", remedy)
        return list(value)

    return read


def source_points(value: Any) -> list[str]:
    """Read a list of points of the sources; none where something is known to everybody."""
    if value == COMMON_KNOWLEDGE:
        return []
    if not _is_list_of_names(value):
        remedy = f"Write for example `sources: [efjca-professionals/01]`, or `sources: {COMMON_KNOWLEDGE}`."
        raise OptionError("'sources' is not a list of names.", remedy)
    return list(value)


def _is_list_of_names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, str) for entry in value)


SOURCES = Option((), source_points, is_required=True)
SELECT = Option((), names("select"), is_required=True)
