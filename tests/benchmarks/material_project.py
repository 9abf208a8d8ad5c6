"""The made-up pages with Material for MkDocs: as it comes, and as the yardstick of this site's own build."""

from __future__ import annotations

import posixpath
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from benchmarks.contender import MKDOCS_BUILD, Contender
from benchmarks.made_up_pages import LANGUAGES, Page, make_site
from benchmarks.mkdocs_menu import menu
from benchmarks.plain_markdown import markdown_pages


def _settings(nav: list[Any], features: list[str]) -> dict[str, Any]:
    languages = [
        {"locale": "nl", "default": True, "name": "Nederlands"},
        {"locale": "en", "name": "English"},
    ]
    return {
        "site_name": "Lijsten",
        # Without the font from another host, which this machine does not ask for.
        "theme": {"name": "material", "language": "nl", "font": False, "features": features},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "markdown_extensions": ["attr_list", "sane_lists", "tables", "fenced_code", {"toc": {"permalink": True}}],
        "nav": nav,
    }


def _link(page: Page, from_page: Page) -> str:
    return posixpath.relpath(f"{page.path}.md", posixpath.dirname(from_page.path) or ".")


def make_material_project(folder: Path, pages: int, features: list[str]) -> None:
    """Write a project of MkDocs with Material.

    Args:
        folder: Where it goes; must not be there yet.
        pages: How many pages it has in both languages together.
        features: The theme's features that are on.
    """
    folder.mkdir(parents=True)
    for language in LANGUAGES:
        site = make_site(pages // len(LANGUAGES), language)
        for page, text in markdown_pages(site, _link):
            path = folder / f"docs/{language}/{page.path}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            about = f"---\ntitle: '{page.title}'\ndescription: '{page.description}'\n---\n"
            path.write_text(f"{about}# {page.title}\n\n{text}", "utf-8")
        settings = _settings(menu(site), features)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")


MATERIAL = Contender(
    "material", "Material as it comes", partial(make_material_project, features=[]), MKDOCS_BUILD, "site"
)
# The same pages with the menu cut as this site has it: what MkDocs itself needs for them.
PRUNED_MATERIAL = Contender(
    "mkdocs",
    "MkDocs and Material alone",
    partial(make_material_project, features=["navigation.tabs", "navigation.indexes", "navigation.prune"]),
    MKDOCS_BUILD,
    "site",
)
