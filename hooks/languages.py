"""Languages: repairs three faults of several languages on one site, and gives the templates their language switch.

Answers these events of MkDocs:
  on_page_context    no <link rel=alternate> (the theme would fetch a sitemap for each page), search from the
                     language's root, and the translations of the page for the switch
  on_template_context  the words of every language for the one page "not found"
  on_post_build      a search index for each language; runs after static-i18n (priority -100) has joined them
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from houvast.data.ui_strings import load_words
from houvast.model.translations import translations
from houvast.output.search_index import split_index
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url


@event_priority(-200)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Take the alternates away from the theme, and say where each language's search index lies."""
    i18n: Any = config.plugins["i18n"]
    # static-i18n sets it as an attribute, which Jinja reads before the key.
    config.extra.alternate = None  # type: ignore[attr-defined]
    roots = {language: "" if language == i18n.default_language else language for language in i18n.build_languages}
    context["search_roots"] = {language: get_relative_url(f"{root}/", page.url) for language, root in roots.items()}
    alternates = page.file.alternates  # type: ignore[attr-defined]
    context["translations"] = translations(i18n.current_language, i18n.config.languages, alternates)
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for "not found" its words in every language, and the site's path."""
    if template_name != "404.html":
        return context
    i18n: Any = config.plugins["i18n"]
    site_path = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    languages = []
    for language in i18n.build_languages:
        words = load_words(Path(config.docs_dir) / language / "data/words.yml")
        home = site_path if language == i18n.default_language else f"{site_path}{language}/"
        languages.append({"language": language, "home": home, "words": words["not_found"], "leave": words["leave"]})
    context["not_found_languages"] = languages
    return context


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Split the joined search index, once all languages are built."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    site = Path(config.site_dir)
    joined = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for language, index in split_index(joined, i18n.default_language, i18n.build_languages).items():
        folder = site if language == i18n.default_language else site / language
        (folder / "search").mkdir(parents=True, exist_ok=True)
        (folder / "search/search_index.json").write_text(
            json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8"
        )
