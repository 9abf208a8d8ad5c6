"""A project with the site's own hooks, templates and settings and a few short pages, built for real."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from houvast.checks.translated import LookError, look_at

Build = Callable[..., subprocess.CompletedProcess[str]]

TIP_PAGE = {
    "nl": """---
title: Vragen
description: Wat je vraagt.
audience: professionals
checked: 2026-11-22
---
# Vragen

//// tip | Vraag of het nu veilig is
    id: safe-now
    sources: [a-source/01]

Vraag het meteen. Zie [het codewoord](#code-word).

/// warning | Let op
Alleen als niemand meeluistert.
///

- [?] ask-safe | Is het nu veilig?
- [ ] number-known | Ik weet het nummer.
////

//// tip | Spreek een codewoord af
    id: code-word
    sources: common-knowledge

Bel 112 als het misgaat.
////
""",
    "en": """---
title: Asking
description: What to ask.
audience: professionals
address: asking
checked: 2026-11-22
---
# Asking

//// tip | Ask whether it is safe now
    id: safe-now
    sources: [a-source/01]

Ask straight away. See [the code word](#code-word).

/// warning | Take care
Only when nobody is listening.
///

- [?] ask-safe | Is it safe now?
- [ ] number-known | I know the number.
////

//// tip | Agree a code word
    id: code-word
    sources: common-knowledge

Call 112 when it goes wrong.
////
""",
}
LIST_PAGE = {
    "nl": """---
title: Lijst
description: Een lijst.
audience: professionals
checked: 2026-11-22
---
# Lijst

//// list
    id: before-a-call

/// group | Vooraf
    select: [safe-now]
///
////
""",
    "en": """---
title: List
description: A list.
audience: professionals
address: list
checked: 2026-11-22
---
# List

//// list
    id: before-a-call

/// group | Before
    select: [safe-now]
///
////
""",
}
SHEET_PAGE = {
    "nl": """---
title: Blad
description: Een blad.
audience: professionals
checked: 2026-11-22
---
# Blad

Dit vullen we samen in.

/// how-to | Zo gebruik je dit blad
Lees eerst [het codewoord](vragen.md#code-word).
///

///// worksheet
    id: agreements

//// part | Vooraf
    id: before
    sources: [a-source/01]
    optional: true
    short: true

Begin hier.

/// warning | Let op
Alleen als niemand meeluistert.
///

- [ ] quiet | We zitten op een rustige plek.
- [line] who | Wie vult dit in?
- [text] aim | Wat willen we bereiken?
- [date] today | Welke dag is het?
- [scale] calm | Hoe rustig is het nu? | heel onrustig | heel rustig
- [choose] place | Waar praten we? | inside: Binnen | outside: Buiten
- [sentence] to-say | Omdat ik denk aan {worry}, ga ik {step}.
- [draw: house] good-things | Het huis van de goede dingen
- [signature] signed | Naam
////

//// part | Wie doet wat
    id: together
    sources: common-knowledge

/// table | Taken
    id: tasks
    rows: 3

- [line] doer | Wie?
- [text] task | Wat?
- [choose] works | Werkt het? | good: Ja | bad: Nee
- [date] start | Vanaf
- [ ] told | Verteld
///

/// table | De dag
    id: day

- [row] morning | Ochtend
- [row] evening | Avond
- [line] what | Wat?
- [scale] mark | Cijfer
- [signature] agreed | Handtekening
///

/// week | De week
    id: week

- [line] early | Vroeg
- [text] late | Laat
///
////
/////

[[talk-later]]
""",
    "en": """---
title: Sheet
description: A sheet.
audience: professionals
address: sheet
checked: 2026-11-22
---
# Sheet

We fill this in together.

/// how-to | How to use this sheet
First read [the code word](vragen.md#code-word).
///

///// worksheet
    id: agreements

//// part | Before
    id: before
    sources: [a-source/01]
    optional: true
    short: true

Begin here.

/// warning | Take care
Only when nobody is listening.
///

- [ ] quiet | We are in a quiet place.
- [line] who | Who fills this in?
- [text] aim | What do we want?
- [date] today | What day is it?
- [scale] calm | How calm is it now? | not calm | very calm
- [choose] place | Where do we talk? | inside: Inside | outside: Outside
- [sentence] to-say | I will {step}, because I think of {worry}.
- [draw: house] good-things | The house of good things
- [signature] signed | Name
////

//// part | Who does what
    id: together
    sources: common-knowledge

/// table | Tasks
    id: tasks
    rows: 3

- [line] doer | Who?
- [text] task | What?
- [choose] works | Does it work? | good: Yes | bad: No
- [date] start | From
- [ ] told | Told
///

/// table | The day
    id: day

- [row] morning | Morning
- [row] evening | Evening
- [line] what | What?
- [scale] mark | Number
- [signature] agreed | Signature
///

/// week | The week
    id: week

- [line] early | Early
- [text] late | Late
///
////
/////

[[talk-later]]
""",
}
# The promised names of the forms above.
FORM_NAMES = """forms:
  before-a-call:
    names: [safe-now/ask-safe, safe-now/number-known]
  agreements:
    names:
      - short-version
      - before/left-out
      - before/quiet
      - before/who
      - before/aim
      - before/today
      - before/calm
      - before/place
      - before/place=inside
      - before/place=outside
      - before/to-say/step
      - before/to-say/worry
      - before/good-things
      - before/signed
      - together/tasks/doer
      - together/tasks/task
      - together/tasks/works
      - together/tasks/works=good
      - together/tasks/works=bad
      - together/tasks/start
      - together/tasks/told
      - together/day@morning
      - together/day@evening
      - together/day/what
      - together/day/mark
      - together/week@monday
      - together/week@tuesday
      - together/week@wednesday
      - together/week@thursday
      - together/week@friday
      - together/week@saturday
      - together/week@sunday
      - together/week/early
      - together/week/late
renamed_forms: {}
retired_forms: []
"""
STANDING = {
    "nl": 'talk-later: "Praat er later met iemand over. Kijk eerst op [de lijst](lijst.md)."\n',
    "en": 'talk-later: "Talk it over with someone later. First look at [the list](lijst.md)."\n',
}
SITUATIONS = """wants-to-ask: {audience: professionals, page: vragen.md, tip: safe-now}
has-a-plan: {audience: professionals, page: blad.md}
"""
SITUATION_TEXTS = {
    "nl": "wants-to-ask: Ik wil iets vragen.\nhas-a-plan: Wij maken een plan.\n",
    "en": "wants-to-ask: I want to ask something.\nhas-a-plan: We are making a plan.\n",
}
SEARCH_WORDS = {
    "nl": """passed_over: [de het een]
endings: [en]
alike: {z: s}
emergency: [help mij]
others:
  seintje: [codewoord]
  hoe begin ik: [vragen.md#safe-now, lijst.md]
""",
    "en": """passed_over: [the a]
endings: [s]
alike: {}
emergency: [help me]
others:
  signal: [code]
  how do I start: [vragen.md#safe-now, lijst.md]
""",
}
HOME = {
    "nl": "---\ntitle: Begin\ndescription: Begin.\nchecked: 2026-11-22\n---\n# Begin\n",
    "en": "---\ntitle: Start\ndescription: Start.\nchecked: 2026-11-22\n---\n# Start\n",
}
ORIGINS = "---\ntitle: Herkomst\ndescription: Herkomst.\nchecked: 2026-11-22\n---\n# Herkomst\n\n/// origins\n///\n"
SOURCES = 'a-source:\n  title: Een bron\n  points:\n    "01": {kind: tip, audience: [professionals]}\n'
SOURCE_TEXTS = """a-source:
  label: Bron
  written_for: Voor iedereen.
  publisher: Iemand
  written: ooit
  points:
    "01": Vraag het meteen.
"""


class SmallProject:
    """A project in a folder of its own.

    Args:
        folder: The project's folder.
        build: Runs a strict build of a project into a folder.

    Attributes:
        is_translated: Whether its translations are looked at before a build, as they are short.
    """

    def __init__(self, folder: Path, build: Build) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.is_translated = True
        self._build = build

    @classmethod
    def create(cls, root: Path, folder: Path, build: Build) -> SmallProject:
        """Make the project from this project's own settings, hooks and templates."""
        folder.mkdir()
        (folder / "hooks").symlink_to(root / "hooks")
        for name in ("overrides", "data"):
            shutil.copytree(root / name, folder / name)
        settings = (root / "mkdocs.yml").read_text("utf-8")
        menu = "nav: [index.md, vragen.md, lijst.md, blad.md, herkomst.md]\n"
        settings = re.sub(r"(?ms)^nav:\n.*?^(?=\S)", menu, settings)
        settings = re.sub(r"(\w+_page): .*", r"\1: herkomst.md", settings)
        # Whatever languages the site has, its texts are in these two.
        settings = re.sub(r"(?m)^      - locale: (?!nl\n|en\n).*\n(?:        .*\n)*", "", settings)
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
        project = cls(folder, build)
        project.write("data/sources.yml", SOURCES)
        project.write("data/form-names.yml", FORM_NAMES)
        project.write("data/situations.yml", SITUATIONS)
        for language in ("nl", "en"):
            project.write(f"data/{language}/sources.yml", SOURCE_TEXTS)
            project.write(f"data/{language}/standing.yml", STANDING[language])
            project.write(f"data/{language}/situations.yml", SITUATION_TEXTS[language])
            project.write(f"data/{language}/search-words.yml", SEARCH_WORDS[language])
            project.write(f"docs/{language}/index.md", HOME[language])
            project.write(f"docs/{language}/vragen.md", TIP_PAGE[language])
            project.write(f"docs/{language}/lijst.md", LIST_PAGE[language])
            project.write(f"docs/{language}/blad.md", SHEET_PAGE[language])
            project.write(f"docs/{language}/herkomst.md", ORIGINS)
        return project

    def write(self, path: str, text: str) -> None:
        """Write a file of the project; what is a link to the site's own folder has to be made a copy before."""
        assert not (self.folder / Path(path).parts[0]).is_symlink(), f"{path} is the site's own"
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Change one passage of a file; the passage has to be there."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def keep_first_language(self) -> None:
        """Take every language but the first one out of the settings: enough for a mistake in one of its pages."""
        self.change("mkdocs.yml", "      - locale: en\n        name: English\n", "")

    def look_at_translations(self) -> None:
        """Says that every text is translated, as `make translated` does; not where a mistake keeps it from that."""
        with suppress(LookError):
            look_at(self.folder / "mkdocs.yml")

    def build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Build the project strictly and give what the build printed."""
        if self.is_translated:
            self.look_at_translations()
        return self._build(self.folder, self.site, environment)
