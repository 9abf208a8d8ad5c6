"""A text of the first language changes: the build says which translation to look at, and one command that it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest
from houvast.authoring.translated_marks import load_marks
from houvast.authoring.translated_units import Texts, read_texts
from houvast.checks.translated import LookError, look_at, main
from houvast.checks.translated_due import due
from houvast.checks.translated_facts import compare_facts
from houvast.data.data_folder import language_file
from houvast.data.helplines import known_numbers
from houvast.data.problem import Problem
from project_root import ROOT
from small_project import SmallProject

SAID = "data/standing.yml"
MARKS = "data/en/translated.txt"
NEW_TIP = """//// tip | {title}
    id: new-tip
    sources: common-knowledge

{text}
////
"""
THIRD = "      - locale: en\n        name: English\n      - locale: de\n        name: Deutsch\n"


@pytest.fixture
def project(small_project: SmallProject) -> SmallProject:
    """A project whose translations were looked at, once."""
    small_project.look_at_translations()
    small_project.is_translated = False
    return small_project


def texts(project: SmallProject, language: str) -> Texts:
    read, problems = read_texts(project.folder / "docs", project.folder / "data", language, "docs")
    assert problems == []
    return read


def find_due(project: SmallProject, language: str = "en") -> list[str]:
    """What is due, as the build says it."""
    file = f"data/{language}/translated.txt"
    marks, problems = load_marks(project.folder / file, file)
    assert problems == []
    return [str(problem) for problem in due(texts(project, "nl"), texts(project, language), marks)]


def in_project(language: str, file: str) -> str:
    """The path in the project of a file that is named within its language."""
    return (
        language_file(language, file.removeprefix("data/")) if file.startswith("data/") else f"docs/{language}/{file}"
    )


def marked_lines(project: SmallProject) -> list[str]:
    return [line for line in (project.folder / MARKS).read_text("utf-8").splitlines() if not line.startswith("#")]


def look(project: SmallProject, *names: str) -> list[str]:
    return look_at(project.folder / "mkdocs.yml", names)


def test_nothing_is_due_after_everything_was_looked_at(project: SmallProject) -> None:
    assert find_due(project) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "called", "source", "key"),
    [
        ("vragen.md", "Vraag het meteen.", "Vraag het nu.", "vragen.md:10", "tip 'safe-now'", "9", "safe-now"),
        ("vragen.md", "Alleen als", "Nooit als", "vragen.md:10", "tip 'safe-now'", "9", "safe-now"),
        ("vragen.md", "Is het nu", "Was het", "vragen.md:10", "tip 'safe-now'", "9", "safe-now"),
        ("vragen.md", "Spreek een", "Maak een", "vragen.md:24", "tip 'code-word'", "23", "code-word"),
        ("lijst.md", "| Vooraf", "| Eerst", "lijst.md:10", "list 'before-a-call'", "9", "before-a-call"),
        ("blad.md", "Wie vult dit in?", "Wie schrijft?", "blad.md:19", "part 'before'", "18", "before"),
        ("blad.md", "| Taken", "| Werk", "blad.md:42", "part 'together'", "41", "together"),
        (SAID, "er later", "er snel", f"{SAID}:1", "standing sentence 'talk-later'", "1", "talk-later"),
    ],
)  # fmt: skip
def test_a_changed_text_is_due(
    project: SmallProject, file: str, old: str, new: str, place: str, called: str, source: str, key: str
) -> None:
    project.change(in_project("nl", file), old, new)
    key = f"{file.rpartition('.')[0]}:{key}"
    unit = texts(project, "nl").units[key]
    number = load_marks(project.folder / MARKS, MARKS)[0].lines[key]
    assert find_due(project) == [
        f"{in_project('en', place)}: the {called} has changed in {in_project('nl', file)}:{source} since it was "
        f"translated. Change it here too where need be, then run `make translated ONLY=en/{key}`, "
        f"or write {unit.mark} in {MARKS}:{number}."
    ]
    # By hand, as the message says.
    lines = (project.folder / MARKS).read_text("utf-8").split("\n")
    lines[number - 1] = f"{key} {unit.mark}"
    project.write(MARKS, "\n".join(lines))
    assert find_due(project) == []


@pytest.mark.parametrize(
    "change", [("Dit vullen we", "Dit schrijven we"), ("Een blad.", "Een vel."), ("Lees eerst", "Lees")]
)
def test_what_stands_outside_of_everything_is_due_with_its_page(project: SmallProject, change: tuple[str, str]) -> None:
    project.change("docs/nl/blad.md", *change)
    (message,) = find_due(project)
    called = "what stands on this page outside its tips, parts and sections"
    assert message.startswith(f"docs/en/blad.md:1: {called} has changed in docs/nl/blad.md:1 since it was translated.")
    assert "`make translated ONLY=en/blad`" in message


def test_a_word_of_the_interface_is_due_by_its_own_name(project: SmallProject) -> None:
    words = (project.folder / "data/nl/words.yml").read_text("utf-8")
    first = words.split("\n").index("leave:") + 2
    project.change("data/nl/words.yml", "Weggaan van deze site", "Weg van deze site")
    (message,) = find_due(project)
    assert f"the text 'leave.bar' has changed in data/nl/words.yml:{first} since" in message


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/nl/vragen.md", "Vraag het meteen. Zie", "Vraag  het\nmeteen. Zie"),
        ("docs/nl/vragen.md", "Vraag het meteen.", "\nVraag het meteen.\n"),
        ("docs/nl/vragen.md", "sources: [a-source/01]", "sources: common-knowledge"),
        ("docs/nl/vragen.md", "(#code-word)", "(vragen.md#code-word)"),
        ("docs/nl/vragen.md", "checked: 2026-11-22", "checked: 2026-11-23"),
        ("docs/nl/blad.md", "    rows: 3", "    rows: 4"),
        ("data/nl/standing.yml", "Praat er", "Praat  er"),
        ("data/nl/words.yml", 'bar: "Weggaan', 'bar:   "Weggaan'),
        ("data/nl/terms.yml", "unless: [", "unless: [iets anders, "),
        ("docs/en/vragen.md", "Ask straight away.", "Ask at once."),
        ("data/en/standing.yml", "later", "soon"),
    ],
)  # fmt: skip
def test_layout_names_and_the_translation_itself_make_nothing_due(
    project: SmallProject, file: str, old: str, new: str
) -> None:
    project.change(file, old, new)
    assert find_due(project) == []


def test_signs_that_mean_the_same_make_nothing_due(project: SmallProject) -> None:
    project.change("docs/nl/vragen.md", "Bel 112", "*Bel* **112**.\n\n- Eén\n- Twee\n\nBel 112")
    project.look_at_translations()
    project.change("docs/nl/vragen.md", "*Bel* **112**.\n\n- Eén\n- Twee", "_Bel_ __112__.\n\n* Eén\n* Twee")
    assert find_due(project) == []
    project.change("docs/nl/vragen.md", "_Bel_ __112__", "__Bel__ 112")
    assert len(find_due(project)) == 1


def test_a_new_tip_is_due_once_it_is_there(project: SmallProject) -> None:
    dutch, english = (project.folder / f"docs/{language}/vragen.md" for language in ("nl", "en"))
    dutch.write_text(dutch.read_text("utf-8") + NEW_TIP.format(title="Nieuw", text="Doe dit."), "utf-8")
    # What is not there at all is told by other checks.
    assert find_due(project) == []
    with pytest.raises(LookError, match=r"^docs/nl/vragen\.md:\d+: the tip 'new-tip' is not in docs/en/vragen\.md\."):
        look(project, "new-tip")
    (said,) = look(project)
    assert said.endswith(" Not translated yet: 1.")
    english.write_text(english.read_text("utf-8") + NEW_TIP.format(title="New", text="Do this."), "utf-8")
    mark = texts(project, "nl").units["vragen:new-tip"].mark
    assert find_due(project) == [
        "docs/en/vragen.md:30: nobody has said that the tip 'new-tip' was translated from docs/nl/vragen.md:29. "
        "Compare the two, then run `make translated ONLY=en/vragen:new-tip`, "
        f"or add the line `vragen:new-tip {mark}` to {MARKS}."
    ]
    (project.folder / MARKS).open("a", encoding="utf-8").write(f"vragen:new-tip {mark}\n")
    assert find_due(project) == []


def test_a_removed_tip_is_due(project: SmallProject) -> None:
    for language in ("nl", "en"):
        file = f"docs/{language}/vragen.md"
        text = (project.folder / file).read_text("utf-8")
        # While it is there in one language, other checks tell.
        assert find_due(project) == []
        project.write(file, text[: text.rindex("//// tip")])
    number = load_marks(project.folder / MARKS, MARKS)[0].lines["vragen:code-word"]
    assert find_due(project) == [
        f"{MARKS}:{number}: docs/nl/vragen.md has no 'code-word' any more. See that its translation is gone too, "
        "then run `make translated ONLY=en/vragen:code-word`, or remove what is named so here."
    ]
    look(project, "en/vragen:code-word")
    assert find_due(project) == []


def test_of_a_page_that_came_or_went_there_is_one_message(project: SmallProject) -> None:
    for language in ("nl", "en"):
        pages = project.folder / "docs" / language
        (pages / "vragen.md").rename(pages / "anders.md")
    assert [re.split(r"[:`]", message)[0] + message[message.index(": ") :] for message in find_due(project)] == [
        "docs/en/anders.md: nobody has said that this page was translated from docs/nl/anders.md. "
        "Compare the two, then run `make translated ONLY=en/anders`.",
        f"{MARKS}: docs/nl/vragen.md is not there any more. See that its translation is gone too, "
        "then run `make translated ONLY=en/vragen`, or remove what is named so here.",
    ]
    look(project, "en/anders", "en/vragen")
    assert find_due(project) == []


def test_a_section_is_compared_with_the_one_at_its_place(project: SmallProject) -> None:
    for language, heads in {"nl": ("Eerst", "Daarna"), "en": ("First", "Then")}.items():
        above = "---\ntitle: X\ndescription: X.\nchecked: 2026-11-22\n---\n# X\n"
        project.write(f"docs/{language}/index.md", f"{above}\n## {heads[0]}\n\nA\n\n## {heads[1]}\n\nB\n")
    project.look_at_translations()
    project.change("docs/nl/index.md", "\nB\n", "\nC\n")
    (message,) = find_due(project)
    assert message.startswith("docs/en/index.md:12: the section 'daarna' has changed in docs/nl/index.md:12 since")
    look(project, "en/index:daarna")
    project.change("docs/nl/index.md", "## Daarna", "## Later")
    new, gone = find_due(project)
    assert new.startswith("docs/en/index.md:12: nobody has said that the section 'later' was translated from")
    assert "docs/nl/index.md has no 'daarna' any more." in gone
    look(project, "en/index")
    # With another number of sections nobody can tell which is which.
    project.change("docs/nl/index.md", "## Later", "## Nog iets\n\nD\n\n## Later")
    (message,) = find_due(project)
    assert message.startswith("docs/en/index.md:1: nobody has said that the section 'nog-iets' was translated from")


@pytest.mark.parametrize(
    "name", ["en/vragen:safe-now", "vragen:safe-now", "safe-now", "en/vragen", "docs/en/vragen.md", "en", "./docs/en/"]
)
def test_the_command_marks_what_is_named_and_nothing_else(project: SmallProject, name: str) -> None:
    before = marked_lines(project)
    project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het nu.")
    project.change("docs/nl/blad.md", "Dit vullen we samen in.", "Dit vul je in.")
    look(project, name)
    left = [message.partition(":")[0] for message in find_due(project)]
    assert left == ([] if name.strip("./") in ("en", "docs/en") else ["docs/en/blad.md"])
    changed = [line for line in marked_lines(project) if line not in before]
    assert len(changed) == 2 - len(left)
    assert len(marked_lines(project)) == len(before)


def test_the_command_says_what_it_did(project: SmallProject, capsys: pytest.CaptureFixture[str]) -> None:
    project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het nu.")
    settings = str(project.folder / "mkdocs.yml")
    assert main([settings, "safe-now"]) == 0
    count = len(marked_lines(project))
    assert capsys.readouterr().out == f"{MARKS}: 1 of {count} texts are marked anew.\n"
    text = (project.folder / MARKS).read_text("utf-8")
    assert main([settings]) == 0
    assert (project.folder / MARKS).read_text("utf-8") == text


def test_the_command_refuses_a_name_that_is_not_there(
    project: SmallProject, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project.folder / MARKS).read_text("utf-8")
    project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het nu.")
    assert main([str(project.folder / "mkdocs.yml"), "en/vragen", "en/vragen:safe-know"]) == 1
    assert capsys.readouterr().err == ("No text is called 'en/vragen:safe-know'. Did you mean 'en/vragen:safe-now'?\n")
    assert (project.folder / MARKS).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("docs/nl/vragen.md", "nummer.\n////", "nummer.\n", "docs/nl/vragen.md:9: the block 'tip' is never closed"),
        ("data/en/standing.yml", '"Talk', "Talk: ", "data/en/standing.yml:1: this file cannot be read."),
    ],
)  # fmt: skip
def test_the_command_refuses_a_file_with_mistakes(
    project: SmallProject, file: str, old: str, new: str, message: str
) -> None:
    project.change(file, old, new)
    with pytest.raises(LookError, match=re.escape(message)):
        look(project)


def test_lines_are_sorted_one_for_each_text(project: SmallProject) -> None:
    keys = [line.split(" ")[0] for line in marked_lines(project)]
    assert keys == sorted(set(keys), key=lambda key: (key.partition(":")[0], key))
    assert keys[-3:] == ["vragen", "vragen:code-word", "vragen:safe-now"]


def test_two_branches_that_looked_at_different_tips_merge(project: SmallProject) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=project.folder, check=True, capture_output=True)

    shutil.copy(ROOT / ".gitattributes", project.folder)
    project.write(".gitignore", "hooks\noverrides\n")
    git("init", "--initial-branch=main")
    for branch, old, new in (
        ("main", "", ""),
        ("one", "Vraag het", "Zeg het"),
        ("two", "Bel 112 als", "Bel 112 zodra"),
    ):
        git("checkout", *(["-B", branch, "main"] if branch != "main" else ["-B", "main"]))
        project.change("docs/nl/vragen.md", old, new)
        look(project)
        git("add", "--all")
        git("commit", "--message", branch)
    git("merge", "one", "--no-edit")
    assert find_due(project) == []
    # The lines of both are there until the command is run.
    assert len(marked_lines(project)) > len({line.split(" ")[0] for line in marked_lines(project)})
    look(project, "en/vragen:safe-now")
    assert len(marked_lines(project)) == len({line.split(" ")[0] for line in marked_lines(project)})


def test_a_third_language_is_looked_at_by_itself(project: SmallProject) -> None:
    project.change("mkdocs.yml", "      - locale: en\n        name: English\n", THIRD)
    for folder in ("docs", "data"):
        shutil.copytree(project.folder / folder / "en", project.folder / folder / "de")
    project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het nu.")
    look(project, "en/vragen:safe-now")
    assert find_due(project) == []
    (message,) = find_due(project, "de")
    assert message.startswith("docs/de/vragen.md:10: the tip 'safe-now' has changed in docs/nl/vragen.md:9 since")
    assert "ONLY=de/vragen:safe-now" in message
    look(project, "safe-now")
    assert find_due(project, "de") == []


def test_a_strict_build_refuses_and_others_only_say(project: SmallProject) -> None:
    assert project.build().returncode == 0
    project.change("docs/nl/vragen.md", "Alleen als niemand meeluistert.", "Alleen als je alleen bent.")
    message = "docs/en/vragen.md:10: the tip 'safe-now' has changed in docs/nl/vragen.md:9 since it was translated."
    strict = project.build()
    assert strict.returncode != 0
    assert f"WARNING -  {message}" in strict.stderr
    # As `make serve` builds.
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", "mkdocs.yml"]
    plain = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)
    assert plain.returncode == 0
    assert f"INFO    -  {message}" in plain.stderr
    assert "WARNING" not in plain.stderr
    look(project, "safe-now")
    assert project.build().returncode == 0


def test_the_build_never_writes_the_marks(project: SmallProject) -> None:
    project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het nu.")
    text = (project.folder / MARKS).read_text("utf-8")
    project.build()
    assert (project.folder / MARKS).read_text("utf-8") == text


def test_marks_that_cannot_be_read_stop_a_strict_build(project: SmallProject) -> None:
    marks = project.folder / MARKS
    text = marks.read_text("utf-8")
    marks.write_text(text.replace("vragen:safe-now", "<<<<<<< HEAD\nvragen:safe-now"), "utf-8")
    number = marks.read_text("utf-8").split("\n").index("<<<<<<< HEAD") + 1
    result = project.build()
    assert result.returncode != 0
    assert f"{MARKS}:{number}: this line is not the name of a text and its mark. Remove the line" in result.stderr
    marks.unlink()
    result = project.build()
    assert result.returncode != 0
    assert f"{MARKS}:1: nothing says from which texts this language was translated. Put it back." in result.stderr


def facts(project: SmallProject) -> list[str]:
    numbers = known_numbers(project.folder / "data/helplines.yml")
    found: list[Problem] = list(compare_facts(texts(project, "nl"), texts(project, "en"), numbers))
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "vragen.md",
            "/// warning | Take care",
            "/// note | Take care",
            "vragen.md:10: the tip 'safe-now' has 0 warnings, and 1 in docs/nl/vragen.md:9. "
            "Give it the same warnings in every language.",
        ),
        (
            "vragen.md",
            "Ask straight away.",
            "Ask straight away.\n\n> \"Can you talk?\"\n",
            "vragen.md:10: the tip 'safe-now' has 1 quote, and 0 in docs/nl/vragen.md:9. "
            "Give it the same quotes in every language.",
        ),
        (
            "vragen.md",
            "Call 112 when",
            "Call when",
            "vragen.md:24: the tip 'code-word' lacks the help number '112', which is in docs/nl/vragen.md:23. "
            "Put it here too, or take it out there.",
        ),
        (
            "vragen.md",
            "Call 112 when",
            "Call 112 or 0800-2000 when",
            "vragen.md:28: the tip 'code-word' has the help number '0800-2000', which is not in docs/nl/vragen.md:23. "
            "Take it out here, or put it there too.",
        ),
        (
            "vragen.md",
            "[the code word](#code-word)",
            "[the code word](#safe-now)",
            "vragen.md:10: the tip 'safe-now' lacks the link to 'vragen.md#code-word', which is in "
            "docs/nl/vragen.md:9. Put it here too, or take it out there.",
        ),
        (
            "vragen.md",
            "[the code word](#code-word)",
            "[the list](lijst.md)",
            "vragen.md:14: the tip 'safe-now' has the link to 'lijst.md', which is not in docs/nl/vragen.md:9.",
        ),
        (
            "vragen.md",
            "Only when nobody is listening.",
            "Only when nobody is listening. [[talk-later]]",
            "vragen.md:17: the tip 'safe-now' has the standing sentence 'talk-later', which is not in "
            "docs/nl/vragen.md:9. Take it out here, or put it there too.",
        ),
        (
            "blad.md",
            "\n[[talk-later]]\n",
            "\n",
            "blad.md:1: this page outside its tips and parts lacks the standing sentence 'talk-later', "
            "which is in docs/nl/blad.md:1.",
        ),
        (
            "lijst.md",
            "select: [safe-now]",
            "select: [code-word]",
            "lijst.md:10: the list 'before-a-call' lacks the group with '[safe-now]', which is in docs/nl/lijst.md:9.",
        ),
        (
            "data/standing.yml",
            "(lijst.md)",
            "(vragen.md)",
            "data/standing.yml:1: the standing sentence 'talk-later' lacks the link to 'lijst.md', "
            "which is in data/nl/standing.yml:1.",
        ),
    ],
)  # fmt: skip
def test_what_has_to_be_equal_is_told_with_line_and_remedy(
    project: SmallProject, file: str, old: str, new: str, message: str
) -> None:
    assert facts(project) == []
    project.change(in_project("en", file), old, new)
    assert any(problem.startswith(in_project("en", message)) for problem in facts(project)), facts(project)


def test_a_list_in_one_language_is_told(project: SmallProject) -> None:
    project.change("docs/en/lijst.md", "id: before-a-call", "id: after-a-call")
    assert (
        "docs/nl/lijst.md:9: the list 'before-a-call' is there in 'nl' but not in 'en'. Translate it"
        in facts(project)[0]
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_the_site_belongs_to_one_text(language: str) -> None:
    read, problems = read_texts(ROOT / "docs", ROOT / "data", language, "docs")
    assert problems == []
    options = re.compile(r" {4,}\S")
    for page in (ROOT / "docs" / language).rglob("*.md"):
        file = page.relative_to(ROOT / "docs" / language).as_posix()
        lines = dict(enumerate(page.read_text("utf-8").split("\n"), 1))
        own = [number for unit in read.units.values() if unit.file == file for number, _ in unit.lines if number > 1]
        assert len(own) == len(set(own)), file
        below = [number for number in lines if number > [n for n in lines if lines[n] == "---"][1]]
        assert [lines[number] for number in below if number not in own and not options.match(lines[number])] == [], file
