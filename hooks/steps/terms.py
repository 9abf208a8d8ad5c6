"""Explains words of the field where a page uses them first."""

from __future__ import annotations

import logging

import jinja2
from houvast.authoring.front_matter import audiences
from houvast.data.glossary import load_glossary
from houvast.data.terms import compare_terms, load_terms
from houvast.model.page_tree import markup_in
from houvast.rendering.explained_terms import UsedTerm, add_explanations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import data_folder, project_root
from steps.site_state import SiteBuild, TermsInUse
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.terms")


def read_terms(env: jinja2.Environment, site: SiteBuild, config: MkDocsConfig) -> None:
    """Read what the terms mean in this language, and report what is wrong with it."""
    languages = site_languages(config)
    language, first = languages.current, languages.first
    data, root = data_folder(config), project_root(config)
    paths = {name: data / name / "terms.yml" for name in (first, language)}
    glossary = load_glossary(data / "glossary.yml", language)
    terms, problems = load_terms(paths[language], glossary, root)
    if language != first:
        shown = (paths[first].relative_to(root).as_posix(), paths[language].relative_to(root).as_posix())
        problems += compare_terms(terms, site.terms[first].terms, shown)
    for problem in problems:
        log.warning("%s", problem)
    site.terms[language] = TermsInUse(glossary, terms, env.get_template("fragments/term.html"))


def explain_terms(page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Explain the terms of the page; the search has read it before, and finds it by its own words.

    A document is put together for paper, from pages that explain their own words.
    """
    used, build = site.terms[site_languages(config).current], site.current(config)
    content = build.contents.pop(page.file.src_uri)
    if "document" in build.kinds_on(page.file.src_uri):
        return

    def render(term: UsedTerm) -> str:
        return used.template.render(term=term).strip()

    if add_explanations(content, used.glossary, used.terms, audiences(page.meta), render):
        page.content = markup_in(content)
