"""The made-up pages with VitePress: its own theme, menu and search, in two languages."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any

from benchmarks.contender import Contender
from benchmarks.made_up_pages import LANGUAGES, Page, Section, make_site
from benchmarks.npm_packages import program
from benchmarks.plain_markdown import markdown_pages

_ROOTS = {"nl": "", "en": "en/"}


def _link(page: Page, from_page: Page) -> str:
    relative = posixpath.relpath(f"{page.path}.md", posixpath.dirname(from_page.path) or ".")
    return f"./{relative}"


def _menu(section: Section, language: str) -> list[dict[str, Any]]:
    pages = [{"text": page.title, "link": f"/{_ROOTS[language]}{page.path}"} for page in section.pages]
    groups = [
        {"text": part.index.title, "link": f"/{_ROOTS[language]}{part.index.path}", "items": _menu(part, language)}
        for part in section.sections
    ]
    return [*pages, *groups]


def _make(folder: Path, pages: int) -> None:
    locales = {}
    for language, label in zip(LANGUAGES, ("Nederlands", "English"), strict=True):
        site = make_site(pages // len(LANGUAGES), language)
        for page, text in markdown_pages(site, _link):
            path = folder / f"{_ROOTS[language]}{page.path}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            about = f"---\ntitle: '{page.title}'\ndescription: '{page.description}'\n---\n"
            path.write_text(f"{about}# {page.title}\n\n{text}", "utf-8")
        own = {"label": label, "lang": language, "themeConfig": {"sidebar": _menu(site, language)}}
        locales["root" if not _ROOTS[language] else language] = own
    settings = {
        "title": "Lijsten",
        "locales": locales,
        "themeConfig": {"search": {"provider": "local"}},
    }
    config = folder / ".vitepress/config.mjs"
    config.parent.mkdir()
    config.write_text(f"export default {json.dumps(settings, ensure_ascii=False, indent=2)};\n", "utf-8")


VITEPRESS = Contender(
    "vitepress",
    "VitePress",
    _make,
    (program("vitepress"), "build"),
    ".vitepress/dist",
    (".vitepress/cache", ".vitepress/.temp"),
    ".html",
)
