"""A list carries its safety: what a tip needs stands on every list that asks for the tip, and not after it."""

from __future__ import annotations

import re

import pytest
from built_site import LANGUAGES
from small_project import SmallProject

ASKS = """//// tip | {title}
    id: ask-more
    sources: common-knowledge
    needs: [safe-now/ask-safe]

{text}

- [?] more | {text}
////

"""
NEXT_TIP = {"nl": "//// tip | Spreek een codewoord af", "en": "//// tip | Agree a code word"}
WORDS = {"nl": ("Vraag door", "Wat gebeurde er?"), "en": ("Ask for more", "What happened?")}


@pytest.fixture
def asking(small_project: SmallProject) -> SmallProject:
    """The small project with a tip that may not be used before somebody knows whether it is safe to talk."""
    for language, (title, text) in WORDS.items():
        more = ASKS.format(title=title, text=text) + NEXT_TIP[language]
        small_project.change(f"docs/{language}/vragen.md", NEXT_TIP[language], more)
    names = "names: [safe-now/ask-safe, safe-now/number-known"
    small_project.change("data/form-names.yml", names, f"{names}, ask-more/more")
    return small_project


def select(project: SmallProject, *groups: str) -> None:
    """Make the list of groups, each with what it selects."""
    for language in LANGUAGES:
        group = "/// group | Vooraf" if language == "nl" else "/// group | Before"
        written = "\n\n".join(f"{group} {n}\n    select: [{names}]\n///" for n, names in enumerate(groups, 1))
        project.change(f"docs/{language}/lijst.md", f"{group}\n    select: [safe-now]\n///", written)


@pytest.mark.parametrize(
    "groups",
    [
        ["safe-now, ask-more"],
        ["ask-more, safe-now"],
        ["safe-now", "ask-more"],
        ["safe-now/ask-safe", "ask-more", "safe-now/number-known"],
    ],
)
def test_a_list_that_holds_what_its_tips_need_builds(asking: SmallProject, groups: list[str]) -> None:
    select(asking, *groups)
    result = asking.build()
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("groups", [["safe-now/number-known, ask-more"], ["ask-more/more", "safe-now"]])
def test_a_list_without_what_its_tips_need_stops_the_build(asking: SmallProject, groups: list[str]) -> None:
    select(asking, *groups)
    result = asking.build()
    assert result.returncode != 0
    lines = {"nl": 13, "en": 14}
    for language in LANGUAGES:
        message = (
            f"docs/{language}/lijst.md:{lines[language]}: the tip 'ask-more' needs 'safe-now/ask-safe', which is not "
            "on the list at this place or before it. Add 'safe-now/ask-safe' to this group or to one above it."
        )
        assert message in result.stderr


def test_a_tip_that_needs_something_in_one_language_only_stops_the_build(asking: SmallProject) -> None:
    select(asking, "safe-now, ask-more")
    asking.change("docs/en/vragen.md", "    needs: [safe-now/ask-safe]\n", "")
    result = asking.build()
    assert result.returncode != 0
    message = (
        r"docs/en/vragen\.md:\d+: the tip 'ask-more' needs something else than in 'nl'\. "
        r"There it has `needs: \[safe-now/ask-safe\]`\."
    )
    assert re.search(message, result.stderr), result.stderr
