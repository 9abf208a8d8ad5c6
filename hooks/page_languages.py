"""Page languages: puts the other languages of each page with a form into it.

Answers these events of MkDocs:
  on_page_context   remembers which pages are translations of each other
  on_post_build     once all languages are built (after static-i18n, priority -250): reads the finished pages, and
                    writes each with the others at its end
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from tipsite.page_languages import has_form, page_as_template, with_templates

_translations: dict[tuple[str, ...], dict[str, str]] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forgets the pages of the last build; static-i18n's further languages belong to the same one."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        _translations.clear()
    return config


@event_priority(-250)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Remembers the addresses of the page in every language."""
    alternates = page.file.alternates  # type: ignore[attr-defined]
    addresses = {language: str(file.url) for language, file in alternates.items()}
    _translations[tuple(sorted(addresses.values()))] = addresses
    return context


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """Puts the languages into each other's pages."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    site = Path(config.site_dir)
    for addresses in _translations.values():
        files = {language: _file(site, address) for language, address in addresses.items()}
        pages = {language: file.read_text("utf-8") for language, file in files.items() if file.exists()}
        if not all(map(has_form, pages.values())):
            continue
        for language, file in files.items():
            templates = [
                page_as_template(text, other, get_relative_url(addresses[other], addresses[language]))
                for other, text in pages.items()
                if other != language
            ]
            file.write_text(with_templates(pages[language], templates), "utf-8")


def _file(site: Path, address: str) -> Path:
    path = site / address
    return path / "index.html" if address in ("", ".") or address.endswith("/") else path
