"""What steps leave for each other while a site is built: one object for the site, and one for each language."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
from houvast.authoring.markdown_extension import HouvastExtension
from houvast.checks.language_build import LanguageBuild
from houvast.data.glossary import Glossary
from houvast.data.publisher import Publisher
from houvast.data.terms import Term
from houvast.output.content_policy import InlineCode
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from steps.static_i18n import site_languages


@dataclass(frozen=True)
class TermsInUse:
    """What the terms mean in one language, and what renders an explanation."""

    glossary: Glossary
    terms: dict[str, Term]
    template: jinja2.Template


class SiteBuild:
    """What is known while a site is built.

    Attributes:
        languages: What is known of each language, in the order in which they are built.
        menus: The menu of each language.
        terms: The explanations of each language.
        foreign_words: Words of each language that others use.
        publishers: Who publishes the site, in the words of each language.
        refusing: The pages that refuse paper: their source files by their addresses.
        codes: The inline scripts and styles of all pages.
        search_scripts: What the search finds in each language, as a script.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the build before: live reload builds again and again."""
        self.languages: dict[str, LanguageBuild] = {}
        self.menus: dict[str, Navigation] = {}
        self.terms: dict[str, TermsInUse] = {}
        self.foreign_words: dict[str, list[str]] = {}
        self.publishers: dict[str, Publisher] = {}
        self.refusing: dict[str, str] = {}
        self.codes: set[InlineCode] = set()
        self.search_scripts: dict[str, str] = {}
        self._extension: HouvastExtension | None = None

    @property
    def extension(self) -> HouvastExtension:
        """The Markdown extension with the blocks.

        Raises:
            RuntimeError: It has not been added yet.
        """
        if self._extension is None:
            raise RuntimeError("The blocks are added to Markdown first.")
        return self._extension

    @extension.setter
    def extension(self, extension: HouvastExtension) -> None:
        self._extension = extension

    def current(self, config: MkDocsConfig) -> LanguageBuild:
        """What is known of the language that is being built."""
        return self.languages[site_languages(config).current]

    def first(self, config: MkDocsConfig) -> LanguageBuild:
        """What is known of the first language, which is built before all others."""
        return self.languages[site_languages(config).first]
