"""What steps leave for each other while a site is built: one object for the site, and one for each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jinja2
from houvast.authoring.markdown_extension import HouvastExtension
from houvast.checks.language_build import LanguageBuild
from houvast.data.glossary import Glossary
from houvast.data.problem import Problem
from houvast.data.publisher import Publisher
from houvast.data.terms import Term
from houvast.model.filled_form import FilledForm
from houvast.model.page_parts import PageParts
from houvast.model.search_entries import SearchEntry
from houvast.output.asset_names import NamedAssets
from houvast.output.content_policy import InlineCode
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from steps.static_i18n import site_languages


@dataclass(frozen=True)
class TermsInUse:
    """What the terms mean in one language, and what renders an explanation."""

    glossary: Glossary
    terms: dict[str, Term]
    template: jinja2.Template


@dataclass(frozen=True)
class FilledContent:
    """A page that was filled in, as long as what it was filled in with stays the same.

    Attributes:
        rendered: Its content before.
        anchors: The places on it before.
        content: Its content since.
        problems: What was found to be wrong meanwhile.
        forms: The forms that are on it now.
        parts: What it loads styles and scripts for.
    """

    rendered: str
    anchors: frozenset[str]
    content: str
    problems: tuple[Problem, ...]
    forms: tuple[FilledForm, ...]
    parts: PageParts


class SiteBuild:
    """What is known while a site is built.

    Attributes:
        languages: What is known of each language, in the order in which they are built.
        menus: The menu of each language.
        whole_menu: The menu as the settings have it, for a language with all of the site.
        addresses: The address of each page of a language, by its file within the folder of the language.
        elsewhere: How a link is written to what is there in other languages only.
        terms: The explanations of each language.
        foreign_words: Words of each language that others use.
        publishers: Who publishes the site, in the words of each language.
        isolated_names: Of each language from right to left, numbers and names that read from left to right.
        refusing: The pages that refuse paper: their source files by their addresses.
        codes: The inline scripts and styles of all pages.
        filled: The pages that are filled in, by their source files.
        search_entries: What the search finds on each page, by its source file.
        search_scripts: What the search finds in each language, as a script.
        files: The files of each language.
        templates: The templates of each language.
        named_assets: The names of what pages load, once the whole site is built.
        config: The settings of the last build.
        is_served: Whether somebody writes, and looks at the pages meanwhile.
    """

    def __init__(self) -> None:
        self.is_served = False
        self.config: MkDocsConfig | None = None
        self.begin()

    def begin(self) -> None:
        """Forget the build before: live reload builds again and again."""
        self.languages: dict[str, LanguageBuild] = {}
        self.menus: dict[str, Navigation] = {}
        self.whole_menu: list[Any] = []
        self.addresses: dict[str, dict[str, str]] = {}
        self.elsewhere: jinja2.Template | None = None
        self.terms: dict[str, TermsInUse] = {}
        self.foreign_words: dict[str, list[str]] = {}
        self.publishers: dict[str, Publisher] = {}
        self.isolated_names: dict[str, frozenset[str]] = {}
        self.refusing: dict[str, str] = {}
        self.codes: set[InlineCode] = set()
        self.filled: dict[str, FilledContent] = {}
        self.search_entries: dict[str, tuple[SearchEntry, ...]] = {}
        self.search_scripts: dict[str, str] = {}
        self.files: dict[str, Files] = {}
        self.templates: dict[str, jinja2.Environment] = {}
        self.named_assets: NamedAssets | None = None
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
