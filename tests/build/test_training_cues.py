"""Nobody gets through the training unread: by the length of an answer, its place, or what wrong ones look like.

The figures of each module are written to tests/reports/training-cues.tsv.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.authoring.block_reader import read_blocks
from houvast.authoring.source_blocks import Scan
from houvast.checks.answer_cues import CUES, OTHER_CUES, RIGHT, Item, Option, check_cues, hits, items_of
from houvast.checks.answer_moulds import Mould, check_moulds, compare_moulds, load_moulds, wrong_options
from lxml import html
from project_root import ROOT
from small_project import SmallProject
from small_training import add_training

LANGUAGES = ("nl", "en")
REPORT = ROOT / "tests/reports/training-cues.tsv"
MEASURED = {**CUES, **OTHER_CUES}
SHORT, MIDDLE, ALSO_MIDDLE = "Niets.", "Je luistert.", "Je verwijst."
LONG, ALSO_LONG = "Je vraagt hoe het gaat.", "Je zegt wat je net zag."


def written(head: str, *options: tuple[str, str]) -> str:
    """The head of a block with choices or answers, given as their kinds and texts; they are named a, b, c."""
    lines = [
        f"- [{kind}] {chr(97 + number)} | {text} | Daarom. | safe-now" for number, (kind, text) in enumerate(options)
    ]
    return "\n".join([head, "", *lines, ""])


def question(name: str, *options: tuple[str, str], kind: str = "one") -> str:
    """A question with answers."""
    return written(f"//// question | Wat doe je?\n    id: {name}\n    kind: {kind}", *options) + "////\n"


def step(name: str, *options: tuple[str, str]) -> str:
    """A step with choices, in a case of its own."""
    case = f"//// case | Sam\n    id: case-{name}\n    family: sam\n\n/// step | Maandag\n    id: {name}"
    return written(case, *options) + "///\n////\n"


def module(*pieces: str) -> Scan:
    """What is read of a module of these pieces and a question for an order."""
    aims = "//// aims\n- Doel.\n////\n\n//// tips\n    select: [safe-now]\n////\n"
    order = question("in-order", *[("then", f"Stap {number}.") for number in range(3)], kind="order")
    head = "///// module\n    id: opening\n    minutes: 20\n"
    scan = read_blocks("\n".join([head, aims, *pieces, order, "/////", ""]), "page.md")
    assert scan.problems == []
    return scan


def tried(piece: str) -> set[str]:
    """The cues by which somebody is right in a piece."""
    return {name for name, cue in MEASURED.items() if hits(cue, items_of(module(piece))).found}


@pytest.mark.parametrize(
    ("options", "cues"),
    [
        ([("worse", SHORT), ("worse", MIDDLE), ("better", LONG)], {"longest", "last"}),
        ([("worse", SHORT), ("better", MIDDLE), ("worse", LONG)], {"second"}),
        ([("better", SHORT), ("worse", MIDDLE), ("worse", LONG)], {"shortest", "first"}),
        # Whoever goes by length has to guess where two are equally long.
        ([("worse", SHORT), ("worse", LONG), ("better", ALSO_LONG)], {"last"}),
        ([("worse", LONG), ("worse", MIDDLE), ("better", ALSO_MIDDLE)], {"last"}),
        # What can be defended too gets somebody through as well.
        ([("also", LONG), ("worse", MIDDLE), ("better", SHORT)], {"longest", "first", "shortest", "last"}),
        ([("better", LONG), ("also", ALSO_LONG), ("worse", SHORT)], {"longest", "second", "first"}),
    ],
)
def test_a_step_is_answered_by_its_cues(options: list[tuple[str, str]], cues: set[str]) -> None:
    assert len(LONG) != len(MIDDLE) == len(ALSO_MIDDLE)
    assert len(LONG) == len(ALSO_LONG)
    assert tried(step("monday", *options)) == cues


@pytest.mark.parametrize("kind", ["one", "say"])
def test_a_question_is_answered_by_its_cues_in_the_order_that_is_shown(kind: str) -> None:
    options = [("right", LONG), ("wrong", SHORT), ("wrong", MIDDLE)]
    # The page shows the answers to this one in the order c, b, a.
    assert tried(question("now", *options, kind=kind)) == {"longest", "last"}
    assert tried(question("now", *reversed(options), kind=kind)) == {"longest", "first"}


def test_several_answers_are_found_by_their_length_where_just_the_right_ones_are_longest() -> None:
    right = [("right", LONG), ("right", MIDDLE)]
    assert tried(question("which", *right, ("wrong", SHORT), kind="several")) == {"longest-of-several"}
    assert tried(question("which", *right, ("wrong", ALSO_MIDDLE), kind="several")) == set()
    assert tried(question("which", *right, ("wrong", ALSO_LONG), kind="several")) == set()


def steps(count: int, given_away: int) -> Scan:
    """A module of so many steps, of which so many are answered right by choosing the longest option."""
    hidden = [("worse", ALSO_MIDDLE), ("better", MIDDLE)]
    shown = [("worse", SHORT), ("worse", SHORT), ("better", LONG)]
    return module(*[step(f"step-{number}", *(shown if number < given_away else hidden)) for number in range(count)])


@pytest.mark.parametrize(
    ("modules", "named"),
    [
        # Of ten steps five, and no more; of both modules together eight of twenty.
        ([(10, 5), (10, 3)], []),
        ([(10, 6), (10, 0)], ["a"]),
        ([(10, 6), (10, 6)], ["a", "b"]),
        # Together they are over: named is which has more than its part.
        ([(10, 5), (10, 4)], ["a"]),
        ([(10, 5), (10, 5)], ["a", "b"]),
        # Smaller ones.
        ([(9, 4), (9, 3)], []),
        ([(9, 5), (9, 0)], ["a"]),
        ([(2, 1), (8, 3)], []),
        ([(2, 2), (8, 0)], ["a"]),
        # One module is a whole training.
        ([(10, 4)], []),
        ([(10, 5)], ["a"]),
        ([(1, 1)], ["a"]),
        ([(0, 0)], []),
    ],
)
def test_a_module_may_have_one_more_and_all_together_none(modules: list[tuple[int, int]], named: list[str]) -> None:
    scans = {f"nl/{chr(97 + number)}.md": steps(*figures) for number, figures in enumerate(modules)}
    found = [problem.path for problem in check_cues(scans, "docs")]
    assert found == [f"docs/nl/{name}.md" for name in named]


def test_a_cue_is_told_with_what_carries_it() -> None:
    (problem,) = check_cues({"nl/a.md": steps(3, 2)}, "docs")
    assert str(problem) == (
        "docs/nl/a.md:1: always choosing the longest option is right in 2 of 3 steps and questions here (at most 2), "
        "and in 2 of 3 of all modules (at most 1): 'c' (line 22), 'c' (line 35). Make other options as long, or these "
        "shorter."
    )


# What is changed in the small training, the line of the module that is named, and what is said of it.
GIVEN_AWAY = {
    "longest": (
        "docs/nl/module.md",
        "safe | Of het veilig is. |",
        "safe | Of het veilig is, thuis en hier. |",
        "docs/nl/module.md:11: always choosing the longest option is right in 2 of 4 steps and questions here (at most "
        "2), and in 2 of 4 of all modules (at most 1): 'listen' (line 46), 'safe' (line 63). Make other options as "
        "long, or these shorter.",
    ),
    "second longest, in English": (
        "docs/en/module.md",
        'press | "Say it at once." |',
        'press | "You have to say it at once." |',
        "docs/en/module.md:12: always choosing the second longest option is right in 2 of 4 steps and questions here "
        "(at most 2), and in 2 of 4 of all modules (at most 1):",
    ),
    "first": (
        "docs/nl/module.md",
        "- [worse] wait",
        "- [also] ask-on | Je vraagt door. | Dat mag. | safe-now\n- [worse] wait",
        "always choosing the first option is right in 2 of 4 steps and questions here",
    ),
    "several": (
        "docs/nl/module.md",
        "time | Tijd. |",
        "time | Tijd genoeg, voor allebei. |",
        "docs/nl/module.md:11: always choosing just the longest options is right in 1 of 1 steps and questions here "
        "(at most 1), and in 1 of 1 of all modules (at most 0): 'time' (line",
    ),
    "mould": (
        "docs/nl/module.md",
        "nothing | Niets, tot Sam begint. |",
        "nothing | Niets, je wacht op Sam. |",
        "docs/nl/module.md:11: the mould 'wait' is in 2 of 6 wrong options here, and in 2 of 6 of all modules (at most "
        "1): 'wait' (line 35), 'nothing' (line 65). Write other mistakes, such as a good colleague makes. What it "
        "finds is in data/nl/moulds.yml.",
    ),
    "moulds that are not there": (
        "data/nl/moulds.yml",
        "",
        None,
        "data/nl/moulds.yml:1: this data file is empty, and the site cannot be built without it.",
    ),
    "mould that is in one language": (
        "data/en/moulds.yml",
        "giveaway-motive:",
        "give-away:",
        "data/en/moulds.yml:1: the mould 'giveaway-motive' of data/nl/moulds.yml is missing. Add it, in this language.",
    ),
}


@pytest.mark.parametrize("given", GIVEN_AWAY)
def test_what_gives_answers_away_stops_the_build(small_project: SmallProject, given: str) -> None:
    file, old, new, says = GIVEN_AWAY[given]
    add_training(small_project)
    if new is None:
        small_project.write(file, "")
    else:
        small_project.change(file, old, new)
    result = small_project.build()
    assert result.returncode != 0, result.stderr
    assert "Traceback" not in result.stderr, result.stderr
    lines = [line for line in result.stderr.splitlines() if line.startswith("WARNING")]
    assert any(says in line for line in lines), result.stderr


@pytest.mark.parametrize(
    ("form", "found", "not_found"),
    [
        ("bericht", ["Een bericht.", "BERICHT sturen"], ["Een berichtje.", "Het spraakbericht."]),
        ("*bericht*", ["Een spraakberichtje."], ["Een brief."]),
        ("mailt/appt", ["Je mailt.", "Ze appt"], ["mailtje", "Je mail"]),
        ("bel/belt Mark/Rob", ["Je belt Rob."], ["Je belt haar.", "Rob belt."]),
        ("beloof* … niets", ["Je belooft haar dus niets.", "beloof niets"], ["Je belooft het. Je zegt niets."]),
        ("zeg … niemand", ["zeg ik, dat weet je, niemand"], ["zeg dit maar aan een ander, niemand", "zeg: niemand"]),
    ],
)
def test_a_form_finds_words(form: str, found: list[str], not_found: list[str]) -> None:
    mould = Mould("mould", 1, (form,), ())
    assert [text for text in found if not mould.is_in(text)] == []
    assert [text for text in not_found if mould.is_in(text)] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("wait: {forms: [wacht], examples: [Je wacht.]}\n", None),
        (
            "wait: {forms: [wacht, wachtn], examples: [Je wacht.]}\n",
            "docs/moulds.yml:1: the form 'wachtn' of the mould 'wait' finds none of its examples. Correct it",
        ),
        (
            "a: {forms: [wacht], examples: [Je wacht.]}\nb: {forms: [wacht], examples: [Je wacht., Niets doen.]}\n",
            "docs/moulds.yml:2: no form of the mould 'b' finds its example 'Niets doen.'. Add a form that does",
        ),
    ],
)
def test_a_mould_that_would_find_nothing_is_a_mistake(tmp_path: Path, text: str, says: str | None) -> None:
    file = tmp_path / "docs/moulds.yml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    problems = [str(problem) for problem in load_moulds(file, tmp_path)[1]]
    assert (problems == []) if says is None else any(says in problem for problem in problems), problems


def test_a_mould_has_its_tenth_and_once_is_no_repetition() -> None:
    wait = Mould("wait", 1, ("niets",), ("Niets.",))

    def told(*modules: tuple[int, int]) -> list[str]:
        scans = {}
        for number, (wrong, waiting) in enumerate(modules):
            texts = [SHORT if place < waiting else MIDDLE for place in range(wrong)]
            scans[f"nl/{chr(97 + number)}.md"] = module(step("a", ("better", LONG), *[("worse", t) for t in texts]))
        return [problem.path[8:9] for problem in check_moulds(scans, [wait], "docs", "moulds.yml")]

    assert told((3, 1)) == []
    assert told((3, 2)) == ["a"]
    # Of twenty two, wherever they are; over that, where there are more than belong there.
    assert told((10, 2), (10, 0)) == []
    assert told((10, 2), (10, 1)) == ["a"]
    assert told((10, 2), (10, 2)) == ["a", "b"]


def test_the_languages_have_the_same_moulds() -> None:
    first = [Mould("wait", 3, ("wacht",), ("Je wacht.",))]
    files = ("data/nl/moulds.yml", "data/en/moulds.yml")
    assert list(compare_moulds(first, first, files)) == []
    assert [str(problem) for problem in compare_moulds([Mould("waiting", 5, (), ())], first, files)] == [
        "data/en/moulds.yml:1: the mould 'wait' of data/nl/moulds.yml is missing. Add it, in this language.",
        "data/en/moulds.yml:5: data/nl/moulds.yml has no mould 'waiting'. Add it there, or remove it here.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_moulds_of_a_language_find_their_examples(language: str) -> None:
    moulds, problems = load_moulds(ROOT / f"data/{language}/moulds.yml", ROOT)
    assert problems == []
    assert len(moulds) >= 4


@cache
def shown(site: BuiltSite, language: str) -> dict[str, list[Item]]:
    """The steps and questions of each module as its page shows them, by the module's name."""
    found: dict[str, list[Item]] = {}
    for place in site.find(language, '//fieldset[@data-kind="step" or @data-kind="question"]'):
        items = found.setdefault(place.get("data-field").split("/")[0], [])
        if place.get("data-asks") != "order":
            items.append(Item(place.get("data-asks", "step"), tuple(map(option_of, place.xpath(".//*[@data-answer]")))))
    return found


def option_of(answer: html.HtmlElement) -> Option:
    """What can be chosen, as the page shows it and explains it."""
    name, (label,) = answer.get("data-answer"), answer.xpath("ancestor::label")
    (verdict,) = answer.xpath(
        f'ancestor::fieldset//li[@data-entry="{name}"]//*[starts-with(@class, "verdict ")]/@class'
    )
    return Option(name, label.xpath("string(span[last()])"), verdict.rpartition("--")[2] in RIGHT, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_build_counts_what_the_page_shows(site: BuiltSite, language: str) -> None:
    read: dict[str, list[Item]] = {}
    for file in (ROOT / f"docs/{language}").rglob("*.md"):
        scan = read_blocks(file.read_text("utf-8").partition("\n---\n")[2], file.name)
        for block in scan.blocks:
            if block.kind == "module":
                read[str(block.options["id"])] = items_of(scan)
    assert read.keys() == shown(site, language).keys()
    assert len(read) >= 8
    for name, items in shown(site, language).items():
        assert [
            (item.asks, [(option.name, option.text, option.is_right) for option in item.options]) for item in items
        ] == [
            (item.asks, [(option.name, option.text, option.is_right) for option in item.options]) for item in read[name]
        ]


def test_the_figures_of_each_module_are_in_a_report(site: BuiltSite) -> None:
    names = [mould.name for mould in load_moulds(ROOT / "data/nl/moulds.yml", ROOT)[0]]
    rows = ["\t".join(["language", "module", *MEASURED, "steps with a second choice", "wrong options", *names])]
    for language in LANGUAGES:
        moulds = load_moulds(ROOT / f"data/{language}/moulds.yml", ROOT)[0]
        modules = shown(site, language)
        for name, items in {**modules, "all": [item for own in modules.values() for item in own]}.items():
            by_cue = [hits(cue, items) for cue in MEASURED.values()]
            wrong = wrong_options(items)
            second = sum(item.asks == "step" and sum(option.is_right for option in item.options) > 1 for item in items)
            counts = [sum(mould.is_in(option.text) for option in wrong) for mould in moulds]
            of_all = [f"{len(found.found)} of {found.total}" for found in by_cue]
            rows.append("\t".join([language, name, *of_all, *map(str, [second, len(wrong), *counts])]))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(rows) + "\n", "utf-8")
    assert len(rows) == 1 + sum(len(shown(site, language)) + 1 for language in LANGUAGES)
