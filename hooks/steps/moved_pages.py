"""Writes a page at each old address of a page that moved, for hosts that only know files: it leads on by itself."""

from __future__ import annotations

import logging
from pathlib import Path

from houvast.authoring.front_matter import line_of_key
from houvast.data.languages import load_neutral_words
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.ui_strings import load_words
from houvast.output.moved_pages import MovedPage, check_moved_pages, file_of
from lxml.html import document_fromstring
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from steps.folders import data_folder, docs_folder, docs_in_messages
from steps.security import secure_template
from steps.site_state import SiteBuild

log = logging.getLogger("mkdocs.hooks.moved_pages")

_TEMPLATE = "moved.html"


def write_moved_pages(site: SiteBuild, config: MkDocsConfig) -> None:
    """Write a page for each old address, and report those that cannot lead on."""
    pages = {
        page.file.src_uri: page
        for files in site.files.values()
        for file in files.documentation_pages()
        if (page := file.page) is not None
    }
    moved = [MovedPage(uri, old.strip("/")) for uri, page in pages.items() for old in page.meta.get("moved_from", ())]
    urls = {uri: page.url for uri, page in pages.items()}
    wrong = set()
    for entry, what, remedy in check_moved_pages(moved, urls, load_neutral_words(data_folder(config))):
        wrong.add(entry)
        line = line_of_key("moved_from", read_text(docs_folder(config) / entry.source))
        log.warning("%s", Problem(f"{docs_in_messages(config)}/{entry.source}", line, what, remedy))
    for entry in moved:
        if entry not in wrong:
            _write(entry, pages[entry.source], site, config)


def _write(entry: MovedPage, page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    language = entry.source.partition("/")[0]
    target = file_of(entry.old, config.use_directory_urls)
    # From a file, and not only from a folder's address, so that it leads on from a disk too.
    to = get_relative_url(page.url, target.removesuffix("index.html")) or "./"
    words = load_words(data_folder(config) / language / "words.yml")
    template = site.templates[language].get_template(_TEMPLATE)
    output = template.render(config=config, language=language, words=words, to=to)
    write_file(
        secure_template(output, document_fromstring(output), _TEMPLATE, site).encode(),
        str(Path(config.site_dir) / target),
    )
