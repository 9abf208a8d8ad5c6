"""How an author writes one field of a worksheet: `- [kind] name | Label | …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from houvast.data.identifiers import NAME
from houvast.data.suggestion import did_you_mean

KINDS = {
    "": "tick",
    "line": "line",
    "text": "text",
    "date": "date",
    "scale": "scale",
    "choose": "choose",
    "sentence": "sentence",
    "draw": "drawing",
    "signature": "signature",
    "row": "row",
}
IN_TABLES = ("row", "tick", "line", "text", "date", "choose", "scale", "signature")
IN_WEEKS = ("line", "text")
OUTLINES = ("house", "house-sun", "house-cloud", "house-stars", "circles", "panel")
MOST_CHOICES = 6
MOST_LINES = 20
# What an author can say of a field behind its label, by its kind.
OPTIONS = {"line": ("hint",), "text": ("hint", "lines")}
# What a label shows as it stands, since it is plain text.
MARKUP = re.compile(r"\*\*|__|`|\]\(|</?\w")

_BLANK = re.compile(r"\{([^{}]*)\}")
# Signs that belong to what stands before them.
_CLOSING = re.compile(r"[.,;:!?)”’\"']*")


def written_kind(kind: str, outline: str = "") -> str:
    """How an author writes a kind, such as `[ ]` or `[draw: house]`."""
    written = next(name for name, known in KINDS.items() if known == kind)
    return f"[{written or ' '}{f': {outline}' if outline else ''}]"


class FieldError(ValueError):
    """A field that cannot be read; says what is wrong, and `remedy` says what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


@dataclass(frozen=True)
class Choice:
    """One of the answers that can be chosen: its key, the same in every language, and what a reader sees."""

    key: str
    text: str


@dataclass(frozen=True)
class Field:
    """Something to fill in.

    Attributes:
        kind: One of the values of `KINDS`.
        name: Its name, unique in its part or table and the same in every language.
        label: What it asks; of a sentence the sentence itself, with `{blanks}`.
        choices: What can be chosen.
        ends: What the two ends of a scale mean.
        outline: What a drawing space has in it to draw in; empty for nothing.
        hint: What an answer can look like; empty for no hint.
        lines: How many lines a long text has on paper; 0 for as many as usual.
    """

    kind: str
    name: str
    label: str
    choices: tuple[Choice, ...] = ()
    ends: tuple[str, ...] = ()
    outline: str = ""
    hint: str = ""
    lines: int = 0

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """A sentence in pieces: pairs of the text before a blank, and the blank's name (empty behind the last)."""
        split = _BLANK.split(self.label)
        return tuple(zip(split[::2], [*split[1::2], ""], strict=True))

    @property
    def phrases(self) -> tuple[tuple[str, str, str], ...]:
        """A sentence in phrases: the text before a blank, the blank's name, and the signs that close it."""
        texts, blanks = _BLANK.split(self.label)[::2], self.blanks
        closings = [_CLOSING.match(text)[0] for text in texts[1:]]  # type: ignore[index]
        rests = [texts[0], *(text[len(closing) :] for text, closing in zip(texts[1:], closings, strict=True))]
        phrases = tuple(zip(rests, [*blanks, ""], [*closings, ""], strict=True))
        return phrases if rests[-1] else phrases[:-1]

    @property
    def blanks(self) -> tuple[str, ...]:
        """The names of a sentence's blanks, in the order of this language."""
        return tuple(_BLANK.findall(self.label)) if self.kind == "sentence" else ()


def read_field(kind: str, rest: str) -> Field:
    """Read a field.

    Args:
        kind: What stands between the brackets.
        rest: What stands behind them: the name, the label and what else the kind needs, with bars between.

    Raises:
        FieldError: The kind is not known, or something is missing, too much or badly named.
    """
    written, _, outline = (part.strip() for part in kind.partition(":"))
    if written not in KINDS or (outline and written != "draw"):
        known = ", ".join(map(written_kind, KINDS.values()))
        hint = did_you_mean(written, filter(None, KINDS), f"Use one of: {known}.", "[{}]")
        raise FieldError(f"there is no field of the kind [{kind}].", hint)
    name, label, *more = [part.strip() for part in rest.split("|")] + [""] * (2 - rest.count("|") - 1)
    if not NAME.fullmatch(name) or not label:
        raise FieldError(
            "this field cannot be read.",
            f"Write `- [{kind}] name | What a reader sees`; the name in lower case, no spaces.",
        )
    options = _options(written, more)
    field = Field(KINDS[written], name, label, _choices(written, more), _ends(written, more), outline, **options)
    if more and not (field.choices or field.ends or options):
        what = f"the field '{name}' has more bars than a {written_kind(field.kind)} can have."
        raise FieldError(what, "Leave out the last bar and what follows it.")
    if outline and outline not in OUTLINES:
        raise FieldError(
            f"there is no outline '{outline}' to draw in.", f"Use one of: {', '.join(OUTLINES)}; or none: [draw]."
        )
    _check_blanks(field)
    for text in (label, field.hint, *field.ends, *(choice.text for choice in field.choices)):
        if found := MARKUP.search(text):
            raise FieldError(
                f"the text of the field '{name}' has Markdown or HTML in it ({found[0]}), which is shown as it stands.",
                "Write it as plain text, without links.",
            )
    return field


def _options(kind: str, more: list[str]) -> dict[str, Any]:
    """What an author says of a field as `hint: …` or `lines: …`."""
    known = OPTIONS.get(kind, ())
    options: dict[str, Any] = {}
    for written in more:
        name, colon, value = (part.strip() for part in written.partition(":"))
        if not known or not colon:
            continue
        if name not in known:
            hint = did_you_mean(name, known, f"It knows: {', '.join(known)}.")
            raise FieldError(f"a field of the kind {written_kind(KINDS[kind])} has no option '{name}'.", hint)
        if name in options or not value:
            raise FieldError(f"the option '{name}' is there twice or says nothing.", f"Write `| {name}: …` once.")
        if name == "lines" and not (value.isascii() and value.isdecimal() and 1 <= int(value) <= MOST_LINES):
            raise FieldError(f"'lines' is not a number from 1 to {MOST_LINES}.", "Write `| lines: 6`.")
        options[name] = int(value) if name == "lines" else value
    if options and len(options) < len(more):
        raise FieldError("something stands between bars that is no option.", f"A field knows: {', '.join(known)}.")
    return options


def _choices(kind: str, more: list[str]) -> tuple[Choice, ...]:
    if kind != "choose":
        return ()
    example = "Write `- [choose] name | Label | first: What it says | second: What it says`."
    choices = []
    for written in more:
        key, colon, text = (part.strip() for part in written.partition(":"))
        if not (colon and NAME.fullmatch(key) and text):
            raise FieldError(f"the choice '{written}' cannot be read.", example)
        choices.append(Choice(key, text))
    if not 2 <= len(choices) <= MOST_CHOICES:
        count = "is 1 choice" if len(choices) == 1 else f"are {len(choices)} choices"
        raise FieldError(f"there {count}; there can be 2 to {MOST_CHOICES}.", example)
    keys = [choice.key for choice in choices]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise FieldError(f"the choice '{twice}' is there twice.", "Rename one of them.")
    return tuple(choices)


def _ends(kind: str, more: list[str]) -> tuple[str, ...]:
    if kind != "scale" or not more:
        return ()
    if len(more) != 2 or not all(more):
        raise FieldError(
            "a scale says what its two ends mean.", "Write `- [scale] name | Label | what 0 means | what 10 means`."
        )
    return tuple(more)


def _check_blanks(field: Field) -> None:
    if field.kind != "sentence":
        if found := _BLANK.search(field.label):
            raise FieldError(f"the field '{field.name}' has a blank: {found[0]}.", "Only a [sentence] has blanks.")
        return
    if not field.blanks:
        raise FieldError(
            f"the sentence '{field.name}' has no blank.", "Put at least one in it, such as {worry}, or use [line]."
        )
    if found := re.search(r"[{}]", _BLANK.sub("", field.label)):
        raise FieldError(f"the sentence '{field.name}' has a loose {found[0]}.", "Write each blank as {name}.")
    for blank in field.blanks:
        if not NAME.fullmatch(blank):
            raise FieldError(
                f"the blank {{{blank}}} cannot be used.", "Give it a name of lower-case letters, digits and hyphens."
            )
        if field.blanks.count(blank) > 1:
            raise FieldError(f"the blank {{{blank}}} is there twice.", "Give each blank a name of its own.")
