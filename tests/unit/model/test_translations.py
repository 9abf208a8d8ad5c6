"""The translations of a page are the other languages that it is there in."""

from __future__ import annotations

from types import SimpleNamespace

from houvast.model.translations import Translation, translations

LANGUAGES = [
    SimpleNamespace(locale=locale, name=name, build=locale != "de")
    for locale, name in (("nl", "Nederlands"), ("en", "English"), ("fr", "Français"), ("de", "Deutsch"))
]


def page_in(*locales: str) -> dict[str, SimpleNamespace]:
    """A page that is there in these languages."""
    return {locale: SimpleNamespace(url=f"{locale}/page/") for locale in locales}


def test_translations_come_in_the_order_of_the_site() -> None:
    assert translations("en", LANGUAGES, page_in("fr", "en", "nl")) == [
        Translation("nl", "Nederlands", "nl/page/"),
        Translation("fr", "Français", "fr/page/"),
    ]


def test_a_language_without_the_page_or_that_is_not_built_is_none() -> None:
    assert translations("nl", LANGUAGES, page_in("nl", "de")) == []
