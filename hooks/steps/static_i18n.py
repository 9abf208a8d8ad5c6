"""static-i18n in one place: what it says of the languages, in types, and the repair of two of its faults.

It builds the languages one after another, the further ones from within the build of the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from houvast.data.languages import load_language
from houvast.data.site_address import site_path
from houvast.data.ui_strings import load_words
from houvast.model.translations import Translation, translations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import data_folder


@dataclass(frozen=True)
class SiteLanguages:
    """The languages of the site.

    Attributes:
        current: The one that is being built.
        first: The one at the root, which the others are translations of.
        all: Every one that the settings name.
        built: Those that are built.
        is_outermost: Whether this is the build of the whole site, not of a further language from within it.
    """

    current: str
    first: str
    all: tuple[str, ...]
    built: tuple[str, ...]
    is_outermost: bool


def site_languages(config: MkDocsConfig) -> SiteLanguages:
    """Give what static-i18n says of the languages."""
    i18n: Any = config.plugins["i18n"]
    # Before the first build it has none.
    current = getattr(i18n, "current_language", None) or i18n.default_language
    return SiteLanguages(
        current=str(current),
        first=str(i18n.default_language),
        all=tuple(i18n.all_languages),
        built=tuple(i18n.build_languages),
        is_outermost=not i18n.building,
    )


def use_language(language: str, config: MkDocsConfig) -> None:
    """Set the settings to a language, as static-i18n does before it builds that."""
    i18n: Any = config.plugins["i18n"]
    i18n.current_language = language
    i18n.reconfigure_mkdocs_config(config)


def language_names(config: MkDocsConfig) -> dict[str, str]:
    """Give what each language calls itself, by its code."""
    i18n: Any = config.plugins["i18n"]
    return {str(language.locale): str(language.name) for language in i18n.config.languages}


def page_translations(page: Page, config: MkDocsConfig) -> list[Translation]:
    """Give the page in the other languages."""
    i18n: Any = config.plugins["i18n"]
    alternates = page.file.alternates  # type: ignore[attr-defined]
    return translations(i18n.current_language, i18n.config.languages, alternates)


def take_alternates_away(context: dict[str, Any], page: Page, config: MkDocsConfig) -> None:
    """Take the alternates away from the theme, which would fetch a sitemap for each page."""
    # static-i18n sets it as an attribute, which Jinja reads before the key.
    config.extra.alternate = None  # type: ignore[attr-defined]
    context["translations"] = page_translations(page, config)


def give_words_of_all(context: dict[str, Any], config: MkDocsConfig) -> None:
    """Give the one page "not found" its words in every language, and the site's path."""
    languages = site_languages(config)
    root = site_path(config.site_url or "")
    said = []
    for language in languages.built:
        words, own = (
            load_words(data_folder(config) / language / "words.yml"),
            load_language(data_folder(config), language),
        )
        home = root if language == languages.first else f"{root}{language}/"
        said.append(
            {
                "language": language,
                "home": home,
                "words": words["not_found"],
                "leave": words["leave"],
                "own_language": own,
            }
        )
    context["not_found_languages"] = said
