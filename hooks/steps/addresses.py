"""Gives each page an address in its own language, from the `address` in its front matter.

Links, switch and sitemap read the addresses from the files, so changing them there is enough.
"""

from __future__ import annotations

import logging
import posixpath
from pathlib import Path

from houvast.authoring.front_matter import front_matter_of, line_of_key
from houvast.authoring.source_files import files_that_end_in
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.output.addresses import destination, localized_path, shared_destinations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from steps.folders import docs_folder, docs_in_messages
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.addresses")


def _read_addresses(folder: Path) -> dict[str, str | None]:
    """The address that each page of a language gives itself, or None, by source file."""
    addresses: dict[str, str | None] = {}
    for file in files_that_end_in(".md", folder):
        meta = front_matter_of(read_text(file), {})
        address = meta.get("address")
        addresses[file.relative_to(folder).as_posix()] = address if isinstance(address, str) else None
    return addresses


def give_addresses(files: Files, config: MkDocsConfig) -> None:
    """Move every page, and every page it is a translation of, to its own address."""
    languages = site_languages(config)
    pages = {language: _read_addresses(docs_folder(config) / language) for language in languages.built}
    addresses = {
        language: {page: address for page, address in own.items() if address} for language, own in pages.items()
    }

    def target(page: str, language: str) -> str:
        path = localized_path(page, addresses[language])
        prefix = "" if language == languages.first else language
        return posixpath.join(prefix, destination(path, config.use_directory_urls))

    if languages.current == languages.first:
        _report_shared(
            {f"{language}/{page}": target(page, language) for language in pages for page in pages[language]}, config
        )

    def move(file: File, language: str) -> None:
        file.dest_uri = target(file.src_uri.removeprefix(f"{language}/"), language)
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
        file.url = file._get_url(config.use_directory_urls)

    for file in files.documentation_pages():
        for language, alternate in file.alternates.items():  # type: ignore[attr-defined]
            move(alternate, language)


def _report_shared(destinations: dict[str, str], config: MkDocsConfig) -> None:
    """Report pages of any language of which only one would be there."""
    root = docs_in_messages(config)
    for page, other in shared_destinations(destinations):
        line = line_of_key("address", read_text(Path(config.docs_dir, page)))
        what = f"the address of this page is that of {root}/{other} too, so only one of them would be there."
        remedy = "Give one of them another `address`, or its file another name."
        log.warning("%s", Problem(f"{root}/{page}", line, what, remedy))
