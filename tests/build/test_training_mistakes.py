"""Every mistake in a module, a role play, a family or a document gets an error with its line and a remedy."""

from __future__ import annotations

import pytest
from houvast.authoring.block_reader import read_blocks
from lxml import html
from small_project import SmallProject
from small_training import COURSE, MODULE, TRAINER, add_training

PAGES = {"module": MODULE["nl"], "begeleiden": TRAINER["nl"], "cursus": COURSE["nl"]}

# Mistakes that are found when one file is read: page, what is changed, into what, the line of which the message speaks
# (as the text of that line begins, after the change), and what it says.
IN_ONE_FILE = {
    "kind that is not known": (
        "module",
        "- [worse] wait",
        "- [wors] wait",
        "- [wors] wait",
        "there is no entry of the kind [wors] here. Did you mean [worse]?",
    ),
    "answer in a step": (
        "module",
        "- [worse] wait",
        "- [wrong] wait",
        "- [wrong] wait",
        "there is no entry of the kind [wrong] here.",
    ),
    "entry without a why": (
        "module",
        "| Dat komt daarna. | safe-now",
        "| safe-now",
        "- [wrong] story",
        "the entry 'story' has no tip. Write `- [right] name | What a reader chooses | Why | tip-id`.",
    ),
    "entry with an empty why": (
        "module",
        "| Dat komt daarna. |",
        "| |",
        "- [wrong] story",
        "the entry 'story' has no text that says why.",
    ),
    "entry without a text": (
        "module",
        "story | Wat er gebeurd is. | Dat komt daarna.",
        "story | | Dat komt daarna.",
        "- [wrong] story",
        "the entry 'story' has no text. Write",
    ),
    "entry with a bar too many": (
        "module",
        "Dat komt daarna. | safe-now",
        "Dat komt | daarna. | safe-now",
        "- [wrong] story",
        "the entry 'story' has more bars than it can have.",
    ),
    "entry with a capital in its name": (
        "module",
        "- [wrong] story",
        "- [wrong] Story",
        "- [wrong] Story",
        "the name 'Story' cannot be used.",
    ),
    "tip that is no id": (
        "module",
        "Zo weet je meer. | safe-now, code-word",
        "Zo weet je meer. | safe-now code-word",
        "- [better] ask",
        "'safe-now code-word' is not the id of a tip. Write the ids of tips with commas between them.",
    ),
    "markup in an entry": (
        "module",
        "| Tijd. |",
        "| **Tijd.** |",
        "- [right] time",
        "the text of the entry 'time' has Markdown or HTML in it (**), which is shown as it stands.",
    ),
    "two entries of one name": (
        "module",
        "- [wrong] nothing",
        "- [wrong] story",
        "- [wrong] story | Niets",
        "there are two entries called 'story' here. Rename one of them.",
    ),
    "entries without an empty line above": (
        "module",
        "Wat doe je?\n\n- [worse] wait",
        "Wat doe je?\n- [worse] wait",
        "- [worse] wait",
        "this list of fields follows a text directly. Put an empty line above it.",
    ),
    "step with nothing that is better": (
        "module",
        "- [better] listen",
        "- [worse] listen",
        "/// step | Dinsdag",
        "this step has no choice that is better. Add one",
    ),
    "step with nothing that is worse": (
        "module",
        "- [worse] promise",
        "- [better] promise",
        "/// step | Dinsdag",
        "this step has no choice that is worse.",
    ),
    "step with a defensible choice in place of the better one": (
        "module",
        "- [better] listen",
        "- [also] listen",
        "/// step | Dinsdag",
        "this step has no choice that is better. Add one: `- [better] name",
    ),
    "step with a defensible choice in place of the worse one": (
        "module",
        "- [worse] promise",
        "- [also] promise",
        "/// step | Dinsdag",
        "this step has no choice that is worse.",
    ),
    "defensible answer to a question": (
        "module",
        "- [wrong] story",
        "- [also] story",
        "- [also] story",
        "there is no entry of the kind [also] here. Use one of: [right], [wrong], [then].",
    ),
    "one answer, and two are right": (
        "module",
        "- [wrong] story",
        "- [right] story",
        "//// question | Wat vraag je eerst?",
        "a question of the kind 'one' has one right answer, and wrong ones; here 2 are right.",
    ),
    "one answer, and none is right": (
        "module",
        "- [right] safe",
        "- [wrong] safe",
        "//// question | Wat vraag je eerst?",
        "a question of the kind 'one' has one right answer, and wrong ones; here 0 are right.",
    ),
    "several answers, and one is right": (
        "module",
        "- [right] quiet",
        "- [wrong] quiet",
        "//// question | Wat helpt?",
        "a question of the kind 'several' has 2 right answers at least, and a wrong one.",
    ),
    "several answers, and all are right": (
        "module",
        "- [wrong] list",
        "- [right] list",
        "//// question | Wat helpt?",
        "a question of the kind 'several' has 2 right answers at least, and a wrong one.",
    ),
    "order with a right answer": (
        "module",
        "- [then] ask",
        "- [right] ask",
        "//// question | In welke volgorde?",
        "a question of the kind 'order' has 3 or more entries [then], and no others.",
    ),
    "order in another question": (
        "module",
        "- [wrong] press",
        "- [then] press",
        "//// question | Wat zeg je?",
        "[then] belongs to a question of the kind 'order', not 'say'.",
    ),
    "kind of question that is not known": (
        "module",
        "kind: say",
        "kind: tell",
        "    kind: tell",
        "there is no kind 'tell'. Use one of: one, several, order, say.",
    ),
    "question without a kind": (
        "module",
        "    kind: say\n",
        "",
        "//// question | Wat zeg je?",
        "this 'question' has no 'kind'.",
    ),
    "too many aims": (
        "module",
        "- Je kunt doorvragen.",
        "- Je kunt doorvragen.\n- Nog iets.\n- En nog iets.",
        "//// aims",
        "these aims have 4 entries; there can be 1 to 3.",
    ),
    "no aims": (
        "module",
        "//// aims\n- Je kunt een gesprek beginnen.\n- Je kunt doorvragen.\n////\n",
        "",
        "///// module",
        "this module has no 'aims'. Add a block `//// aims` to it.",
    ),
    "two blocks of tips": (
        "module",
        "//// case | Sam",
        "//// tips\n    select: [code-word]\n////\n\n//// case | Sam",
        "//// tips\n    select: [code-word]",
        "this module has two blocks 'tips'. Make them one.",
    ),
    "minutes that are no number": (
        "module",
        "minutes: 20",
        "minutes: long",
        "    minutes: long",
        "'minutes' is not a number from 1 to 90.",
    ),
    "two questions of one id": (
        "module",
        "id: helps",
        "id: first",
        "    id: first\n    kind: several",
        "the id 'first' is there twice in this module. Rename one of them.",
    ),
    "two steps of one id": (
        "module",
        "id: tuesday",
        "id: monday",
        "    id: monday\n\nSam praat",
        "the id 'monday' is there twice in this case.",
    ),
    "id that the page needs": (
        "module",
        "id: helps",
        "id: done",
        "    id: done",
        "the id 'done' is taken by the page itself. Choose another.",
    ),
    "question outside a module": (
        "begeleiden",
        "## Tijd {#timing}",
        "//// question | Waarom?\n    id: why\n    kind: one\n\n- [right] a | A | B | safe-now\n"
        "- [wrong] b | B | C | safe-now\n////\n\n## Tijd {#timing}",
        "//// question | Waarom?",
        "a 'question' stands only in a 'module'.",
    ),
    "text in a module": (
        "module",
        "//// exercise | Jouw zin",
        "Losse tekst.\n\n//// exercise | Jouw zin",
        "Losse tekst.",
        "a text stands in a 'module' (line 11), which does not show it. Put it in a case, a question or an exercise",
    ),
    "drawing in an exercise": (
        "module",
        "- [line] who",
        "- [draw] who",
        "- [draw] who",
        "a exercise cannot hold a field of the kind [draw].",
    ),
    "heading in an exercise": (
        "module",
        "Oefen met een collega.",
        "### Oefen",
        "### Oefen",
        "a heading stands in a 'exercise'",
    ),
    "role that is not known": (
        "begeleiden",
        "role: client",
        "role: mother",
        "    role: mother",
        "there is no role 'mother'. Use one of: client, professional, observer.",
    ),
    "card that is missing": (
        "begeleiden",
        "//// card | De collega\n    role: professional\n\nJe wilt helpen.\n////\n",
        "",
        "///// role-play",
        "this role play has no card for the professional. Add a `//// card | …` with `role: professional`.",
    ),
    "two cards for one role": (
        "begeleiden",
        "role: professional",
        "role: client",
        "    role: client\n\nJe wilt helpen",
        "the role 'client' is there twice in this role play.",
    ),
    "no debrief": (
        "begeleiden",
        "//// debrief\n- Wat viel op?\n////\n",
        "",
        "///// role-play",
        "this role play has no 'debrief'.",
    ),
    "case without steps": (
        "module",
        "/// step | Maandag",
        "/// steps | Maandag",
        "/// steps | Maandag",
        "there is no block called 'steps'. Did you mean 'step'?",
    ),
    "family without an id": (
        "cursus",
        "    id: sam\n",
        "",
        "/// family | Sam en Kim",
        "this 'family' has no 'id'.",
    ),
    "document of nothing": (
        "cursus",
        "select: [begeleiden, module]",
        "select: module",
        "    select: module",
        "'select' is not a list of names.",
    ),
    "unclosed question": (
        "module",
        'press | "Zeg het maar." | Dat zet druk. | safe-now\n////',
        'press | "Zeg het maar." | Dat zet druk. | safe-now',
        "//// question | Wat zeg je?",
        "the block 'question' is never closed",
    ),
}

# Mistakes that only show when pages are put together, in a real build: file, old, new; the file and the line of
# which the message speaks, and what it says.
BETWEEN_FILES = {
    "tip that is not there": (
        "docs/nl/module.md",
        "select: [safe-now]",
        "select: [safe-nou]",
        "docs/nl/module.md",
        "    select: [safe-nou]",
        "there is no tip 'safe-nou'. Did you mean 'safe-now'?",
    ),
    "tip of an answer that is not there": (
        "docs/nl/module.md",
        "Dat geeft rust. | safe-now",
        "Dat geeft rust. | calm-now",
        "docs/nl/module.md",
        "- [right] calm",
        "there is no tip 'calm-now'.",
    ),
    "family that is not there": (
        "docs/nl/module.md",
        "family: sam",
        "family: tom",
        "docs/nl/module.md",
        "    family: tom",
        "there is no family 'tom'.",
    ),
    "item that is not there": (
        "docs/nl/begeleiden.md",
        "select: [safe-now]",
        "select: [safe-now/ask-saf]",
        "docs/nl/begeleiden.md",
        "    select: [safe-now/ask-saf]",
        "ask-saf",
    ),
    "page that is not there": (
        "docs/nl/cursus.md",
        "select: [begeleiden, module]",
        "select: [begeleide, module]",
        "docs/nl/cursus.md",
        "    select: [begeleide",
        "there is no page 'begeleide'. Did you mean 'begeleiden'?",
    ),
    "page to read on that is not there": (
        "docs/nl/module.md",
        "//// tips\n    select: [safe-now]\n////",
        "//// tips\n    select: [safe-now]\n////\n\n//// further-reading\n    select: [vrage]\n////",
        "docs/nl/module.md",
        "    select: [vrage]",
        "there is no page 'vrage'. Did you mean 'vragen'?",
    ),
    "pages to read on in one language": (
        "docs/nl/module.md",
        "//// tips\n    select: [safe-now]\n////",
        "//// tips\n    select: [safe-now]\n////\n\n//// further-reading\n    select: [vragen]\n////",
        "docs/en/module.md",
        "//// case",
        "the training on this page differs from that in 'nl'",
    ),
    "tip that no module uses": (
        "docs/nl/vragen.md",
        "//// tip | Spreek een codewoord af",
        "//// tip | Nog iets\n    id: unused\n    sources: common-knowledge\n\nZeg het.\n////\n\n"
        "//// tip | Spreek een codewoord af",
        "docs/nl/vragen.md",
        "//// tip | Nog iets",
        "no module of the training uses the tip 'unused'. Name it in the `tips` of a module",
    ),
    "module in two pages": (
        "docs/nl/begeleiden.md",
        "## Tijd {#timing}",
        "///// module\n    id: opening\n    minutes: 5\n\n//// aims\n- A\n////\n\n//// tips\n    select: [safe-now]\n"
        "////\n\n//// question | A?\n    id: a\n    kind: one\n\n- [right] a | A | B | safe-now\n"
        "- [wrong] b | B | C | safe-now\n////\n/////\n\n## Tijd {#timing}",
        "docs/nl/module.md",
        "    id: opening",
        "the module 'opening' is there twice, also in docs/nl/begeleiden.md:",
    ),
    "another order in the other language": (
        "docs/en/module.md",
        "- [then] open | Opening | First a safe talk. | safe-now\n- [then] ask | Asking | Then the story. | safe-now\n",
        "- [then] ask | Asking | Then the story. | safe-now\n- [then] open | Opening | First a safe talk. | safe-now\n",
        "docs/en/module.md",
        "- [then] ask",
        "the training on this page differs from that in 'nl': here [then] ask (safe-now), there [then] open",
    ),
    "another verdict in the other language": (
        "docs/en/module.md",
        "- [wrong] story",
        "- [right] story",
        "docs/en/module.md",
        "//// question | What do you ask first?",
        "a question of the kind 'one' has one right answer",
    ),
    "a choice that is defensible in one language": (
        "docs/en/module.md",
        "- [also] tell",
        "- [worse] tell",
        "docs/en/module.md",
        "- [worse] tell",
        "here [worse] tell (safe-now), there [also] tell (safe-now).",
    ),
    "another tip in the other language": (
        "docs/en/module.md",
        "Haste makes silent. | safe-now",
        "Haste makes silent. | code-word",
        "docs/en/module.md",
        "- [right] time",
        "here [right] time (code-word), there [right] time (safe-now).",
    ),
    "name that was never promised": (
        "data/form-names.yml",
        "      - opening/first=story\n",
        "",
        "docs/nl/module.md",
        "///// module",
        "names of the form 'training' are not in the list of promised names: opening/first=story.",
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_mistake_has_no_problem(page: str) -> None:
    assert read_blocks(PAGES[page], "page.md").problems == []


@pytest.mark.parametrize("mistake", IN_ONE_FILE)
def test_a_mistake_in_one_file_is_named_with_its_line(mistake: str) -> None:
    page, old, new, at, says = IN_ONE_FILE[mistake]
    assert PAGES[page].count(old) >= 1
    text = PAGES[page].replace(old, new, 1)
    problems = [str(problem) for problem in read_blocks(text, "page.md").problems]
    line = text[: text.index(at)].count("\n") + 1
    # An option's line is that of its first text.
    assert any(problem.startswith(f"page.md:{line}:") and says in problem for problem in problems), problems


def test_the_project_with_a_training_builds(small_project: SmallProject) -> None:
    add_training(small_project)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr


def test_a_page_to_read_on_stands_in_the_module_and_its_tips_count_as_used(small_project: SmallProject) -> None:
    add_training(small_project)
    for language, (title, next_tip) in {
        "nl": ("Nog iets", "//// tip | Spreek een codewoord af"),
        "en": ("One more", "//// tip | Agree a code word"),
    }.items():
        tip = f"//// tip | {title}\n    id: unused\n    sources: common-knowledge\n\n{title}.\n////\n\n"
        small_project.change(f"docs/{language}/vragen.md", next_tip, tip + next_tip)
        tips = "//// tips\n    select: [safe-now]\n////"
        further = f"{tips}\n\n//// further-reading\n    select: [vragen]\n////"
        small_project.change(f"docs/{language}/module.md", tips, further)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    for address, link, title in (("module", "../vragen/", "Vragen"), ("en/module", "../asking/", "Asking")):
        tree = html.parse(small_project.site / address / "index.html")
        (read_on,) = tree.xpath(f'//form//p/a[@href="{link}"]')
        assert read_on.text == title


@pytest.mark.parametrize("mistake", BETWEEN_FILES)
def test_a_mistake_between_files_stops_the_build(small_project: SmallProject, mistake: str) -> None:
    file, old, new, named, begins, says = BETWEEN_FILES[mistake]
    add_training(small_project)
    small_project.change(file, old, new)
    text = (small_project.folder / named).read_text("utf-8")
    at = f"{named}:{text[: text.index(begins)].count(chr(10)) + 1}:"
    result = small_project.build()
    assert result.returncode != 0, result.stderr
    assert "Traceback" not in result.stderr, result.stderr
    lines = [line for line in result.stderr.splitlines() if at in line]
    assert any(says in line for line in lines), result.stderr
