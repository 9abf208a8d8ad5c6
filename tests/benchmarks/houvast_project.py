"""The made-up pages as a project of this site: its own settings, hooks, templates, assets and words.

Run as a program it makes a project to look at or to profile:
    PYTHONPATH=tests:hooks .venv/bin/python -m benchmarks.houvast_project FOLDER PAGES
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from houvast.checks.translated import look_at
from project_root import ROOT

from benchmarks.contender import MKDOCS_BUILD, Contender
from benchmarks.made_up_pages import LANGUAGES, Advice, Page, Section, make_site
from benchmarks.mkdocs_menu import menu

_CHECKED = "2026-11-22"
_TEMPLATES = {
    "home": "template: home.html\nhide: [navigation, toc]\n",
    "index": "template: section.html\naudience: network\n",
}
# No source documents: all advice is common knowledge here. Nor what the site's own pages say and answer.
_NOTHING = "{}\n"
_SEARCH_WORDS = "passed_over: []\nendings: []\nalike: {}\nemergency: [help]\nothers: {}\n"


def make_houvast_project(folder: Path, pages: int) -> None:
    """Write a project of this site.

    Args:
        folder: Where it goes; must not be there yet.
        pages: How many pages it has in both languages together.
    """
    folder.mkdir(parents=True)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "data", folder / "data")
    sites = {language: make_site(pages // len(LANGUAGES), language) for language in LANGUAGES}
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    nav = yaml.safe_dump({"nav": menu(sites[LANGUAGES[0]])}, sort_keys=False)
    settings = re.sub(r"(?ms)^nav:\n.*?^(?=\S)", lambda _: nav, settings)
    sheet = next(page for page in sites[LANGUAGES[0]].all_pages() if page.kind == "sheet")
    settings = re.sub(r"(\w+_page): .*", rf"\1: {sheet.path}.md", settings)
    _write(folder / "mkdocs.yml", settings)
    for name in ("sources", "situations"):
        _write(folder / f"data/{name}.yml", _NOTHING)
    _write(folder / "data/form-names.yml", yaml.safe_dump(_form_names(sites[LANGUAGES[0]])))
    for language, site in sites.items():
        for name in ("sources", "standing", "situations"):
            _write(folder / f"data/{language}/{name}.yml", _NOTHING)
        _write(folder / f"data/{language}/search-words.yml", _SEARCH_WORDS)
        for page in site.all_pages():
            _write(folder / f"docs/{language}/{page.path}.md", _markdown(page))
    look_at(folder / "mkdocs.yml")


def _form_names(site: Section) -> dict[str, Any]:
    forms = {
        _form_id(page): {"names": [f"{advice.id}/{item.name}" for advice in page.advice for item in advice.items]}
        for page in site.all_pages()
        if page.kind == "checklist"
    }
    return {"forms": forms, "renamed_forms": {}, "retired_forms": []}


def _form_id(page: Page) -> str:
    """The name of the checklist on a page, which no other page has."""
    return page.path.replace("/", "-")


def _markdown(page: Page) -> str:
    kind = "audience: network\n" if page.advice else _TEMPLATES[page.kind]
    about = f"title: '{page.title}'\ndescription: '{page.description}'\n{kind}checked: {_CHECKED}\n"
    lines = [f"---\n{about}---\n# {page.title}\n", f"{page.intro}\n"]
    if page.kind == "sheet":
        lines += [_tip(advice) for advice in page.advice]
    if page.kind == "checklist":
        groups = [f"/// group | {advice.heading}\n    select: [{advice.id}]\n///\n" for advice in page.advice]
        lines.append("\n".join([f"//// list\n    id: {_form_id(page)}\n", *groups, "////\n"]))
    return "\n".join(lines)


def _tip(advice: Advice) -> str:
    items = "\n".join(f"- [ ] {item.name} | {item.text}" for item in advice.items)
    options = f"    id: {advice.id}\n    sources: common-knowledge\n"
    return f"//// tip | {advice.heading}\n{options}\n{advice.reason}\n\n{items}\n////\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


HOUVAST = Contender("houvast", "This site", make_houvast_project, MKDOCS_BUILD, "site")


def main() -> None:
    """Make a project as the command line asks."""
    parser = argparse.ArgumentParser(description="Makes a project of this site with made-up pages.")
    parser.add_argument("folder", type=Path, help="where it goes; must not be there yet")
    parser.add_argument("pages", type=int, help="how many pages it has in both languages together")
    arguments = parser.parse_args()
    make_houvast_project(arguments.folder, arguments.pages)


if __name__ == "__main__":
    main()
