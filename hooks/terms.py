"""Terms: explains words of the field where a page uses them first.

Answers these events of MkDocs, once for each language:
  on_env            (after content has filled the pages in) reads the explanations, and reports what is wrong with them
  on_page_context   (after the search has read the page, so that it finds a page by its own words) puts them in
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import jinja2
from houvast.authoring.front_matter import audiences
from houvast.data.glossary import Glossary, load_glossary
from houvast.data.terms import Term, compare_terms, load_terms
from houvast.rendering.explained_terms import UsedTerm, with_explanations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.terms")

_glossary = Glossary({})
_terms: dict[str, dict[str, Term]] = {}
_template: jinja2.Template | None = None


@event_priority(-100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Read what the terms mean in this language."""
    global _glossary, _template
    i18n: Any = config.plugins["i18n"]
    language, first = i18n.current_language, i18n.default_language
    docs, root = Path(config.docs_dir), Path(config.config_file_path).absolute().parent
    paths = {name: docs / name / "data/terms.yml" for name in (first, language)}
    _glossary = load_glossary(docs / "data/glossary.yml", language)
    _terms[language], problems = load_terms(paths[language], _glossary, root)
    if language != first:
        shown = (paths[first].relative_to(root).as_posix(), paths[language].relative_to(root).as_posix())
        problems += compare_terms(_terms[language], _terms[first], shown)
    for problem in problems:
        log.warning("%s", problem)
    _template = env.get_template("fragments/term.html")
    return env


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Explains the terms of the page."""
    i18n: Any = config.plugins["i18n"]

    def render(term: UsedTerm) -> str:
        assert _template is not None
        return _template.render(term=term).strip()

    terms = _terms[i18n.current_language]
    page.content = with_explanations(page.content or "", _glossary, terms, audiences(page.meta), render)
    return context
