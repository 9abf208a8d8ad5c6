"""The made-up pages with Astro Starlight: its own theme, menu and search, in two languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.contender import Contender
from benchmarks.made_up_pages import LANGUAGES, Page, Section, make_site
from benchmarks.npm_packages import program
from benchmarks.plain_html_project import ICON
from benchmarks.plain_markdown import markdown_pages

_ROOTS = {"nl": "", "en": "en/"}
_COLLECTIONS = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def _slug(page: Page) -> str:
    return page.path.removesuffix("index").removesuffix("/")


def _menu(section: Section, english: Section) -> list[Any]:
    """The menu, with each group's name in both languages; pages name themselves."""
    groups = [
        {"label": part.index.title, "translations": {"en": other.index.title}, "items": _menu(part, other)}
        for part, other in zip(section.sections, english.sections, strict=True)
    ]
    return [_slug(section.index) or "index", *[_slug(page) for page in section.pages], *groups]


def _make(folder: Path, pages: int) -> None:
    sites = {language: make_site(pages // len(LANGUAGES), language) for language in LANGUAGES}
    for language, site in sites.items():
        root = _ROOTS[language]

        # Links are not rewritten: they name the built page.
        def link(page: Page, _: Page, root: str = root) -> str:
            return f"/{root}{_slug(page)}/"

        for page, text in markdown_pages(site, link):
            path = folder / f"src/content/docs/{root}{page.path}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            about = f"---\ntitle: '{page.title}'\ndescription: '{page.description}'\n---\n"
            path.write_text(f"{about}{text}", "utf-8")
    settings = {
        "title": "Lijsten",
        "locales": {"root": {"label": "Nederlands", "lang": "nl"}, "en": {"label": "English"}},
        "sidebar": _menu(sites["nl"], sites["en"]),
    }
    # Its templates bring an icon of this name, to which every page links.
    (folder / "public").mkdir()
    (folder / "public/favicon.svg").write_text(ICON, "utf-8")
    (folder / "src/content.config.ts").write_text(_COLLECTIONS, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}\n', "utf-8")
    (folder / "astro.config.mjs").write_text(
        'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n\n'
        f"export default defineConfig({{ integrations: [starlight({json.dumps(settings, ensure_ascii=False)})] }});\n",
        "utf-8",
    )


STARLIGHT = Contender(
    "starlight", "Astro Starlight", _make, (program("astro"), "build"), "dist", (".astro", "node_modules")
)
