"""How an author writes a choice in a case, or an answer to a question: `- [kind] name | Text | Why | tip, tip`."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.authoring.worksheet_fields import MARKUP, FieldError
from houvast.data.identifiers import NAME
from houvast.data.suggestion import did_you_mean

CHOICES = ("better", "also", "worse")
"""What a choice in a case is; `also` is a second one that can be defended, and its why weighs it."""
NEEDED_CHOICES = ("better", "worse")
ANSWERS = ("right", "wrong", "then")
NOT_MEANT = ("worse", "wrong")
"""Choices and answers that are there to be seen through."""
ASKS = ("one", "several", "order", "say")
ROLES = ("client", "professional", "observer")
FEWEST_IN_ORDER = 3
FEWEST_RIGHT = 2


@dataclass(frozen=True)
class Entry:
    """A choice in a case, or an answer to a question.

    Attributes:
        kind: One of `CHOICES` or `ANSWERS`.
        name: Unique where it stands and the same in every language.
        text: What a reader chooses.
        why: Why it is better or worse, or can be defended too; right or wrong; or why it comes at this place.
        tips: The ids of the tips that the why rests on.
    """

    kind: str
    name: str
    text: str
    why: str
    tips: tuple[str, ...]


def read_entry(kind: str, rest: str, allowed: tuple[str, ...]) -> Entry:
    """Read a choice or an answer.

    Args:
        kind: What stands between the brackets.
        rest: What stands behind them: name, text, why and tips, with bars between.
        allowed: The kinds that can stand here.

    Raises:
        FieldError: The kind cannot stand here, or something is missing, too much or badly named.
    """
    example = f"Write `- [{allowed[0]}] name | What a reader chooses | Why | tip-id`."
    if kind.strip() not in allowed:
        every = ", ".join(f"[{name}]" for name in allowed)
        hint = did_you_mean(kind.strip(), allowed, f"Use one of: {every}.", "[{}]")
        raise FieldError(f"there is no entry of the kind [{kind}] here.", hint)
    parts = [part.strip() for part in rest.split("|")]
    if not NAME.fullmatch(parts[0]):
        raise FieldError(f"the name '{parts[0]}' cannot be used.", f"{example} The name in lower case, no spaces.")
    missing = ("a text", "a text that says why", "a tip")
    if len(parts) != 4 or not all(parts):
        lacks = next((what for what, part in zip(missing, [*parts[1:], "", "", ""], strict=False) if not part), "")
        what = f"has no {lacks.removeprefix('a ')}" if lacks else "has more bars than it can have"
        raise FieldError(f"the entry '{parts[0]}' {what}.", example)
    tips = tuple(tip.strip() for tip in parts[3].split(","))
    if wrong := next((tip for tip in tips if not NAME.fullmatch(tip)), None):
        raise FieldError(f"'{wrong}' is not the id of a tip.", "Write the ids of tips with commas between them.")
    if found := next((found for text in parts[1:3] if (found := MARKUP.search(text))), None):
        raise FieldError(
            f"the text of the entry '{parts[0]}' has Markdown or HTML in it ({found[0]}), which is shown as it stands.",
            "Write it as plain text, without links.",
        )
    return Entry(kind.strip(), parts[0], parts[1], parts[2], tips)


def check_answers(asks: str, kinds: list[str]) -> tuple[str, str] | None:
    """Check that the answers to a question fit how it asks.

    Args:
        asks: `one`, `several`, `order` or `say`.
        kinds: The kinds of its answers.

    Returns:
        What is wrong and the remedy; None where nothing is.
    """
    right = kinds.count("right")
    if asks == "order":
        if set(kinds) - {"then"} or len(kinds) < FEWEST_IN_ORDER:
            return (
                f"a question of the kind 'order' has {FEWEST_IN_ORDER} or more entries [then], and no others.",
                "Write them in the right order; the page mixes them.",
            )
    elif "then" in kinds:
        return f"[then] belongs to a question of the kind 'order', not '{asks}'.", "Use [right] and [wrong]."
    elif asks == "several" and (right < FEWEST_RIGHT or "wrong" not in kinds):
        return (
            f"a question of the kind 'several' has {FEWEST_RIGHT} right answers at least, and a wrong one.",
            "Add one, or use another kind.",
        )
    elif asks in ("one", "say") and (right != 1 or "wrong" not in kinds):
        return (
            f"a question of the kind '{asks}' has one right answer, and wrong ones; here {right} are right.",
            "Change that, or use `kind: several`.",
        )
    return None
