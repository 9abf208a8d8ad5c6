"""Checks what can be seen of the site without reading it: it is neutral on the outside."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from houvast.checks.revealing_words import revealing_words_in
from houvast.data.languages import load_neutral_words
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from steps.folders import data_folder, docs_in_messages
from steps.site_state import SiteBuild

log = logging.getLogger("mkdocs.hooks.neutral_outside")


def _report(path: str, line: int, what: str, remedy: str) -> None:
    log.warning("%s", Problem(path, line, what, remedy))


def check_file_names(files: Files, config: MkDocsConfig) -> None:
    """Check the site's name and the names of files that are no pages."""
    words = load_neutral_words(data_folder(config))
    for word in revealing_words_in(config.site_name, words):
        _report("mkdocs.yml", 1, f"the site's name says '{word}'.", "Choose a neutral name: it stands in every tab.")
    for file in files:
        if not file.is_documentation_page():
            for word in revealing_words_in(file.dest_uri, words):
                _report(f"docs/{file.src_uri}", 1, f"the name of this file says '{word}'.", "Give it a neutral name.")


def check_pages_outside(files: Files, site: SiteBuild, config: MkDocsConfig) -> None:
    """Check every page, once it is filled in."""
    contents = site.current(config).contents
    words = load_neutral_words(data_folder(config))
    root = docs_in_messages(config)
    titles: dict[str, str] = {}
    for file in files.documentation_pages():
        page = file.page
        assert page is not None
        path, title, source = f"{root}/{file.src_uri}", str(page.title), read_text(Path(str(file.abs_src_path)))
        line = _line_of(r"title\s*:", source)
        for word in revealing_words_in(title, words):
            _report(path, line, f"the tab's title says '{word}'.", "It stays in the history: choose a neutral title.")
        if title in titles:
            _report(path, line, f"the tab's title is that of {titles[title]} too.", "Titles have to tell pages apart.")
        titles[title] = path
        for word in revealing_words_in(file.url, words):
            remedy = "It stays in the history: give the file another name, or the page another `address`."
            _report(path, _line_of(r"address\s*:", source), f"the address says '{word}'.", remedy)
        # What did not change was looked at before.
        if (tree := contents.get(file.src_uri)) is None:
            continue
        for anchor in tree.xpath(".//@id"):
            for word in revealing_words_in(anchor, words):
                remedy = "It becomes part of an address: choose a neutral id."
                _report(
                    path, _line_of(re.escape(f"    id: {anchor}"), source), f"the id '{anchor}' says '{word}'.", remedy
                )
        for word in revealing_words_in(tree.xpath("string(.//h1)"), words):
            what = f"the heading says '{word}', and a print is headed by it."
            _report(path, _line_of("# ", source), what, "Choose a neutral heading.")


def _line_of(beginning: str, source: str) -> int:
    found = re.search(rf"(?m)^{beginning}", source)
    return source.count("\n", 0, found.start()) + 1 if found else 1
