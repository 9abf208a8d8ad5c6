"""A project with the site's own hooks, templates and settings and a few short pages, built for real."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

Build = Callable[..., subprocess.CompletedProcess[str]]

TIP_PAGE = {
    "nl": """---
title: Vragen
description: Wat je vraagt.
audience: professionals
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
HOME = {
    "nl": "---\ntitle: Begin\ndescription: Begin.\n---\n# Begin\n",
    "en": "---\ntitle: Start\ndescription: Start.\n---\n# Start\n",
}
ORIGINS = "---\ntitle: Herkomst\ndescription: Herkomst.\n---\n# Herkomst\n\n/// origins\n///\n"
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
    """

    def __init__(self, folder: Path, build: Build) -> None:
        self.folder = folder
        self.site = folder / "site"
        self._build = build

    @classmethod
    def create(cls, root: Path, folder: Path, build: Build) -> SmallProject:
        """Makes the project from this project's own settings, hooks and templates."""
        folder.mkdir()
        for name in ("hooks", "overrides"):
            (folder / name).symlink_to(root / name)
        shutil.copytree(root / "docs/assets", folder / "docs/assets")
        shutil.copytree(root / "docs/data", folder / "docs/data")
        settings = (root / "mkdocs.yml").read_text("utf-8")
        menu = "nav: [index.md, vragen.md, lijst.md, herkomst.md]\n"
        (folder / "mkdocs.yml").write_text(re.sub(r"(?ms)^nav:\n.*?^(?=\S)", menu, settings), "utf-8")
        project = cls(folder, build)
        project.write("docs/data/sources.yml", SOURCES)
        for language in ("nl", "en"):
            shutil.copytree(root / f"docs/{language}/data", folder / f"docs/{language}/data")
            project.write(f"docs/{language}/data/sources.yml", SOURCE_TEXTS)
            project.write(f"docs/{language}/index.md", HOME[language])
            project.write(f"docs/{language}/vragen.md", TIP_PAGE[language])
            project.write(f"docs/{language}/lijst.md", LIST_PAGE[language])
            project.write(f"docs/{language}/herkomst.md", ORIGINS)
        return project

    def write(self, path: str, text: str) -> None:
        """Writes a file of the project."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Changes one passage of a file; the passage has to be there."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Builds the project strictly and gives what the build printed."""
        return self._build(self.folder, self.site, **environment)
