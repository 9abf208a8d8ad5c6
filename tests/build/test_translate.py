"""`make translate` takes every text to translators as PO and back; what changed since comes out marked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project_root import ROOT
from pseudo_language import POLISH, add_pseudo_language, translated
from small_project import SmallProject
from translate.storage.pypo import pofile, pounit

TOOL = ROOT / "tests/support/translate"


def translate(project: SmallProject) -> None:
    """Run what `make translate LANG=pl FROM=en` runs."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [str(TOOL), "mkdocs.yml", "pl", "en"]
    result = subprocess.run(
        command, cwd=project.folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def files_of(project: SmallProject) -> dict[str, pofile]:
    """The files of the translators, by their names."""
    return {path.stem: pofile.parsefile(str(path)) for path in (project.folder / "translations/pl").glob("*.po")}


def units_of(file: pofile) -> list[pounit]:
    """What is to be translated."""
    return [unit for unit in file.units if unit.istranslatable()]


def test_what_translators_hand_in_is_built_and_what_changed_is_marked(small_project: SmallProject) -> None:
    # The words of checks, which no translator writes.
    add_pseudo_language(small_project.folder, POLISH)
    facts = (small_project.folder / "data/pl/language.yml").read_text("utf-8")
    own = {
        name: (small_project.folder / "data/pl" / name).read_bytes()
        for name in ("moulds.yml", "passphrase-words.txt", "search-words.yml")
    }
    for folder in ("docs/pl", "data/pl"):
        shutil.rmtree(small_project.folder / folder)
    small_project.write("data/pl/language.yml", facts)
    for name, content in own.items():
        (small_project.folder / "data/pl" / name).write_bytes(content)

    translate(small_project)
    assert not any(unit.target for file in files_of(small_project).values() for unit in units_of(file))
    for file in files_of(small_project).values():
        for unit in units_of(file):
            unit.target = translated(str(unit.source), small_project.folder, POLISH)
        file.save()
    translate(small_project)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert "Ąśk" in (small_project.site / "pl/asking/index.html").read_text("utf-8")

    old, new = "Ask straight away.", "Ask straight away, every time."
    small_project.change("docs/en/vragen.md", old, new)
    small_project.change("data/en/words.yml", "Choose what suits you", "Choose whatever suits you")
    translate(small_project)
    marked = {
        name: [unit for unit in units_of(file) if unit.isfuzzy()] for name, file in files_of(small_project).items()
    }
    (sentence,), (word,) = marked.pop("pages"), marked.pop("words")
    assert new in sentence.source
    assert old in sentence.prev_source
    assert word.prev_source == "Choose what suits you"
    assert not any(marked.values())
    # Until somebody looks at it, the sentence is as in English, and no strict build takes that.
    result = small_project.build()
    assert result.returncode != 0
    assert "is still as in 'en'. Translate it." in result.stderr


def test_a_language_of_which_nothing_is_said_is_not_begun(small_project: SmallProject) -> None:
    command = [sys.executable, "-m", "houvast.authoring.translation_files", "mkdocs.yml", "uk"]
    environment = {**os.environ, "PYTHONPATH": "hooks"}
    result = subprocess.run(
        command, cwd=small_project.folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stderr.endswith(
        "data/uk/language.yml is not there. Write it first: docs/en/over/vertalen.md says how.\n"
    )
