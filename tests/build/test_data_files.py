"""Every data file is checked before anything uses it: no mistake ends in a traceback, or switches off a check."""

from __future__ import annotations

import re

import pytest
from houvast.data.data_files import check_data_files, data_files
from project_root import ROOT
from small_project import SmallProject

LANGUAGES = ("nl", "en")
HELP = "emergency-nl:\n    {number: "

# Of every data file: a passage, what is written in its place, and what is said of it. A file without names that are
# known beforehand has no field that could be missing or misspelt.
MISTAKES: dict[str, list[tuple[str, str, str]]] = {
    "data/browser-traces.yml": [
        ("{left: nothing, ", "{", "'chromium' of 'typed' has no 'left'. Add a line `left: …`."),
        ("{left: ", "{lef: ", "'chromium' of 'typed' cannot have 'lef'. Did you mean 'left'? Use: left, test."),
        ("left: nothing", "left: some", "'left' of 'chromium' of 'typed' cannot be 'some'. Use: nothing, first-page"),
        ("  chromium:", "  opera:", "'typed' cannot have 'opera'. Use: chromium, firefox, webkit."),
        ("{left: nothing, test:", "{left: nothing, by: me, test:", "'chromium' of 'typed' cannot have 'by'."),
    ],
    "data/countries.yml": [
        ("    called: the Netherlands\n", "", "'netherlands' of 'countries' has no 'called'."),
        ("      marks: [in N", "      mark: [in N", "cannot have 'mark'. Did you mean 'marks'?"),
        ("\ncountries:\n", "\ncountrys:\n", "the file cannot have 'countrys'. Did you mean 'countries'?"),
        ("  nl: [en, of", "  nds: [en, of", "'joins' cannot have 'nds'."),
        ("  nl: [en, of, maar, dan, dus]\n", "", "'joins' has no 'nl'. Add a line `nl: …`."),
    ],
    "data/emergency-words.yml": [
        ('numbers: ["112", "101"]\n', "", "the file has no 'numbers'."),
        ("numbers: [", "number: [", "the file cannot have 'number'. Did you mean 'numbers'?"),
        ('["112", "101"]', "[112]", "entry 1 of 'numbers' is read as a number. Put it in quotes: `\"112\"`."),
        ('["112", "101"]', "[]", "'numbers' is an empty list."),
        ("  nl:\n", "  nll:\n", "'refused' cannot have 'nll'. Did you mean 'nl'?"),
    ],
    "data/foreign-words.yml": [
        ("\nfr:\n", "\nfrrr:\n", "a name in the file cannot be 'frrr'. Write it as in `fr`."),
        ("  - De Waag\n", "  - no\n", "entry 5 of 'nl' is read as yes or no. Put it in quotes"),
    ],
    "data/form-names.yml": [
        ("    names: [safe", "    name: [safe", "'before-a-call' of 'forms' cannot have 'name'. Did you mean 'names'?"),
        ("    names: [safe-now/ask-safe, safe-now/number-known]\n", "    renamed: {}\n", "has no 'names'."),
        ("retired_forms: []", "retired_forms: lost", "'retired_forms' has to be a list, and is 'lost'."),
        ("renamed_forms: {}\n", "", "the file has no 'renamed_forms'."),
        ("renamed_forms: {}", "renamed_forms:", "'renamed_forms' is empty. Write `name: …` on lines of their own."),
        (
            "  agreements:\n",
            "  agreements:\n    retired: {a/b: Weg}\n",
            "'a/b' of 'retired' of 'agreements' of 'forms' has",
        ),
    ],
    "data/glossary.yml": [
        ("{term: huiselijk geweld, ", "{", "'nl' of 'domestic-violence' has no 'term'."),
        (
            "{term: huiselijk geweld, form",
            "{term: huiselijk geweld, from",
            "cannot have 'froms'. Did you mean 'forms'?",
        ),
        ("  nl: {term: huis", "  ln: {term: huis", "'domestic-violence' cannot have 'ln'."),
    ],
    "data/helplines.yml": [
        (HELP + '"112", ', "emergency-nl:\n    {", "'emergency-nl' of 'netherlands' has no 'number'."),
        (HELP + '"112", cost', HELP + '"112", coost', "cannot have 'coost'. Did you mean 'cost'?"),
        (HELP + '"112"', HELP + "112", "'number' of 'emergency-nl' of 'netherlands' is read as a number."),
        (HELP + '"112"', HELP + "call", "'number' of 'emergency-nl' of 'netherlands' cannot be 'call'."),
        ("footer: true", "footer: yess", "'footer' of 'emergency-nl' of 'netherlands' has to be true or false"),
        ("bill: never", "bill: perhaps", "cannot be 'perhaps'. Use: possible, never."),
        (", checked: 2026", ", looked_at: 2026", "'emergency-nl' of 'netherlands' has no 'checked'."),
    ],
    "data/situations.yml": [
        ("{audience: professionals, ", "{", "'wants-to-ask' has no 'audience'."),
        ("page: blad.md", "pages: blad.md", "'has-a-plan' cannot have 'pages'. Did you mean 'page'?"),
        ("{audience: professionals", "{audience: colleagues", "'audience' of 'wants-to-ask' cannot be 'colleagues'."),
        ("has-a-plan:", "Has a plan:", "a name in the file cannot be 'Has a plan'. Write it as in `safe-now`."),
    ],
    "data/sources.yml": [
        ("  title: Een bron\n", "", "'a-source' has no 'title'."),
        ("  points:\n", "  point:\n", "'a-source' cannot have 'point'. Did you mean 'points'?"),
        ("kind: tip", "kind: trick", "'kind' of '01' of 'points' of 'a-source' cannot be 'trick'."),
        ('"01":', "01:", "a name in 'points' of 'a-source' is read as a number. Put it in quotes: `\"01\"`."),
    ],
    "data/publisher.yml": [
        ("\nemail:\n", "\nmail:\n", "the file cannot have 'mail'. Did you mean 'email'?"),
        ("\nemail:\n", "\n", "the file has no 'email'. Add a line `email: …`."),
        ("\nemail:\n", "\nemail: example.org\n", "'email' cannot be 'example.org'. Write it as in `info@example.org`."),
        ("\nphone:\n", "\nphone: 14024\n", "'phone' is read as a number. Put it in quotes"),
        ("\nform:\n", "\nform: http://example.org\n", "'form' cannot be 'http://example.org'."),
        ("\nkeeps_logs:\n", "\nkeeps_logs: never\n", "'keeps_logs' has to be true or false, and is 'never'."),
        ("\nstatus:\n", "\nstatus: fully\n", "'status' cannot be 'fully'. Did you mean 'full'?"),
        ("\naddress:\n", "\naddress: Straat 1\n", "'address' has to be a list, and is 'Straat 1'."),
        (
            "\nsecurity_contact:\n",
            "\nsecurity_contact: a@example.org\n",
            "'security_contact' cannot be 'a@example.org'.",
        ),
    ],
    "data/<language>/helplines.yml": [
        ("  awel: {name: Awel, ", "  awel: {", "'awel' of 'lines' has no 'name'."),
        ("  awel: {name", "  awel: {nam", "'awel' of 'lines' cannot have 'nam'. Did you mean 'name'?"),
        ("\nlines:\n", "\nline:\n", "the file cannot have 'line'. Did you mean 'lines'?"),
    ],
    "data/<language>/language.yml": [
        ("dates: ", "date: ", "the file cannot have 'date'. Did you mean 'dates'?"),
        ("dates: nl-NL", "dates: Dutch", "'dates' cannot be 'Dutch'. Write it as in `fr`."),
        ("[geweld, ", "[Geweld, ", "entry 1 of 'neutral_words' cannot be 'Geweld'. Write it as in"),
        ("veilig thuis, ", "veilig-thuis, ", "of 'neutral_words' cannot be 'veilig-thuis'."),
        ("neutral_words: [", "neutral_words: [] # ", "'neutral_words' is an empty list."),
        ("neutral_words: [", "neutral_word: [", "the file cannot have 'neutral_word'. Did you mean 'neutral_words'?"),
    ],
    "data/<language>/moulds.yml": [
        ("promise-silence:\n  forms:\n", "promise-silence:\n  form:\n", "'promise-silence' cannot have 'form'."),
        ("promise-silence:\n", "promise-silence: wait\nother:\n", "'promise-silence' has to be entries with names"),
        ("promise-silence:\n", "Promise silence:\n", "a name in the file cannot be 'Promise silence'."),
    ],
    "data/<language>/search-words.yml": [
        ("endings: [", "ending: [", "the file cannot have 'ending'. Did you mean 'endings'?"),
        ("\nemergency: [", "\nemergencies: [", "the file cannot have 'emergencies'. Did you mean 'emergency'?"),
        ("\nothers:\n", "\nothers: none\nmore:\n", "'others' has to be entries with names, and is 'none'."),
        ("passed_over: [", "passed_over: [5, ", "entry 1 of 'passed_over' is read as a number."),
    ],
    "data/<language>/publisher.yml": [
        ("\nabout:\n", "\nover:\n", "the file cannot have 'over'."),
        ("\nabout:\n", "\nabout: [wij]\n", "'about' has to be a text, and is a list."),
    ],
    "data/<language>/situations.yml": [
        ("wants-to-ask: ", "wants-to-ask:\n# ", "'wants-to-ask' is empty. Write a text"),
        ("wants-to-ask: ", "wants-to-ask: no # ", "'wants-to-ask' is read as yes or no."),
    ],
    "data/<language>/sources.yml": [
        ("  label: Bron\n", "", "'a-source' has no 'label'."),
        ("  label:", "  lable:", "'a-source' cannot have 'lable'. Did you mean 'label'?"),
    ],
    "data/<language>/standing.yml": [
        ('talk-later: "', 'talk-later: [] # "', "'talk-later' has to be a text, and is a list."),
        ("talk-later: ", "Later: ", "a name in the file cannot be 'Later'."),
        ("talk-later: ", 'empty: ""\ntalk-later: ', "'empty' is an empty text."),
    ],
    "data/<language>/terms.yml": [
        ("elder-abuse:\n  network:", "elder-abuse:\n  netwerk:", "'elder-abuse' cannot have 'netwerk'. Did you mean"),
        ("elder-abuse:\n", "peer:\nelder-abuse:\n", "'peer' is empty. It has: professionals, network, families"),
    ],
    "data/<language>/words.yml": [
        ("  copy_button: ", "  copy_button: [] # ", "'copy_button' of 'form' has to be a text, and is a list."),
        ("\nmenu: ", "\nmenu: # ", "'menu' is empty."),
    ],
}


def in_every_folder(name: str) -> list[str]:
    """The files that a line of the table stands for."""
    return [name.replace("<language>", language) for language in LANGUAGES] if "<" in name else [name]


FILES = [file for name in MISTAKES for file in in_every_folder(name)]
CHANGES = [(in_every_folder(name)[0], *change) for name, changes in MISTAKES.items() for change in changes]


def problems_of(project: SmallProject) -> list[str]:
    """What is said of the project's data."""
    return [str(problem) for problem in check_data_files(project.folder, LANGUAGES)]


def test_every_data_file_has_a_place_in_the_table() -> None:
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data").glob("**/*.y*ml")}
    assert there == set(FILES) == set(data_files(LANGUAGES))


def test_the_data_of_the_site_is_sound() -> None:
    assert list(check_data_files(ROOT, LANGUAGES)) == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_said_with_line_and_remedy(small_project: SmallProject, file: str) -> None:
    path, place = small_project.folder / file, file
    written = path.read_text("utf-8")
    lines = written.splitlines()
    # The first entry at the margin, and where the next one begins.
    starts = [number for number, line in enumerate(lines) if re.match(r"[\w\"]", line)] + [len(lines)]
    first = lines[starts[0] : starts[1]]

    def said(text: str) -> str:
        path.write_text(text, "utf-8")
        (problem, *_) = problems_of(small_project)
        return problem

    assert problems_of(small_project) == []
    assert said("# Nothing yet.\n").startswith(f"{place}:1: this data file is empty,")
    assert said("- one\n- two\n").startswith(f"{place}:1: the file has to be entries with names, and is a list.")
    twice = "\n".join([*lines, *first, ""])
    key = first[0].partition(":")[0]
    assert f"{place}:{len(lines) + 1}: '{key}' is there twice, also in line {starts[0] + 1}," in said(twice)
    assert said(f"{written}\n key: [\n").startswith(f"{place}:")
    assert "cannot be read as YAML" in said(f"{written}\n key: [\n")
    tab = said(f"{written}other:\n\tkey: text\n")
    assert tab == f"{place}:{len(lines) + 2}: this line is indented with a tab, and YAML cannot be read so. Use spaces."
    path.unlink()
    assert problems_of(small_project) == [
        f"{place}:1: this data file is not there, and the site cannot be built without it. Put it back."
    ]


@pytest.mark.parametrize(("file", "old", "new", "says"), CHANGES)
def test_a_field_that_is_wrong_is_said_with_its_line(
    small_project: SmallProject, file: str, old: str, new: str, says: str
) -> None:
    text = (small_project.folder / file).read_text("utf-8")
    small_project.change(file, old, new)
    problems = problems_of(small_project)
    assert any(says in problem for problem in problems), problems
    # Of what is gone the line is that of the key above; of the rest its own.
    changed = text.count("\n", 0, text.index(old)) + 1
    (line,) = {int(problem.split(":")[1]) for problem in problems if says in problem}
    assert line == 1 if "the file has no" in says else changed - 3 <= line <= changed + 2, problems


def test_a_data_file_that_nothing_reads_is_a_mistake(small_project: SmallProject) -> None:
    folder = small_project.folder / "data"
    (folder / "helplines.yml").rename(folder / "helpline.yml")
    missing, unread = problems_of(small_project)
    assert missing.startswith("data/helplines.yml:1: this data file is not there,")
    assert unread.startswith("data/helpline.yml:1: nothing reads this data file. Did you mean 'helplines.yml'?")


def test_a_number_that_is_there_twice_stops_the_build(small_project: SmallProject) -> None:
    small_project.change("data/helplines.yml", "  kindertelefoon:", "  luisterlijn:")
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert "'luisterlijn' is there twice, also in line " in result.stderr
    assert "The site is not built: its settings, data or templates cannot be used as they are." in result.stderr


# A file, a passage in it, and how it goes on: with a number that is none of the help numbers, or is written otherwise.
NUMBERS = [
    ("data/nl/words.yml", "cleared: Alles is leeg.", " Bel 0800-9991."),
    ("data/nl/words.yml", "choose_first: Kies eerst.", " Bel 08002000."),
    ("data/en/words.yml", "choose_first: Choose first.", " Call\n    somebody: 0800-9992."),
    ("data/nl/sources.yml", "written_for: Voor iedereen.", " Bel 0800-9993."),
    ("data/sources.yml", "title: Een bron", " van 0800-9994"),
]


def test_a_number_that_nobody_confirmed_is_found_in_any_text_of_the_data(small_project: SmallProject) -> None:
    for file, old, more in NUMBERS:
        small_project.change(file, old, f"{old.replace(': ', ': >-' + chr(10) + '    ', 1)}{more}")
    result = small_project.build()
    assert result.returncode != 0
    for file, _, more in NUMBERS:
        number = more.split()[-1].rstrip(".")
        text = (small_project.folder / file).read_text("utf-8")
        line = text.count("\n", 0, text.index(number)) + 1
        said = f"{file}:{line}: the number {number} is not in data/helplines.yml in this form."
        remedy = "Write it as 0800-2000." if number == "08002000" else "Add it there with its source, or write the"
        assert result.stderr.count(f"{said} {remedy}") == 1, result.stderr


def test_a_year_in_the_data_is_no_number_to_call(small_project: SmallProject) -> None:
    small_project.change("data/sources.yml", "title: Een bron", "title: Een bron van 2019, niet van 1900 of 2100")
    result = small_project.build()
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("text", [None, "", "- one\n", "said: [\n", "said:\n\tmenu: Menu\n", "said: {}\n"])
def test_words_that_cannot_be_read_are_no_traceback(small_project: SmallProject, text: str | None) -> None:
    if text is None:
        (small_project.folder / "data/nl/words.yml").unlink()
    else:
        small_project.write("data/nl/words.yml", text)
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    assert "WARNING -  data/nl/words.yml:" in result.stderr


def test_a_word_that_a_template_uses_has_to_be_there(small_project: SmallProject) -> None:
    for language in LANGUAGES:
        path = small_project.folder / f"data/{language}/words.yml"
        text = re.sub(r"(?m)^  (permalink|copy_button): .*\n", "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    assert "the word 'tip.permalink' is missing, and the build uses it. Add it in every language." in result.stderr
    assert "the word 'form.copy_button' is missing, and overrides/fragments/" in result.stderr
