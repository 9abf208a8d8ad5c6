"""Addresses: gives each page an address in its own language, from the `address` in its front matter.

Answers on_files, after static-i18n has made its file tree (priority -100): links, switch and sitemap read the
addresses from the files, so changing them there is enough.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from tipsite.addresses import destination, localized_path
from tipsite.front_matter import said_above
from tipsite.source_files import files_that_end_in
from tipsite.source_text import read_text


def _read_addresses(folder: Path) -> dict[str, str]:
    addresses: dict[str, str] = {}
    for file in files_that_end_in(".md", folder):
        meta = said_above(read_text(file), {})
        if isinstance(meta.get("address"), str):
            addresses[file.relative_to(folder).as_posix()] = meta["address"]
    return addresses


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Moves every page, and every page it is a translation of, to its own address."""
    i18n: Any = config.plugins["i18n"]
    addresses = {language: _read_addresses(Path(config.docs_dir) / language) for language in i18n.build_languages}

    def move(file: File, language: str) -> None:
        page = file.src_uri.removeprefix(f"{language}/")
        path = localized_path(page, addresses[language])
        prefix = "" if language == i18n.default_language else language
        file.dest_uri = posixpath.join(prefix, destination(path, config.use_directory_urls))
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
        file.url = file._get_url(config.use_directory_urls)

    for file in files.documentation_pages():
        for language, alternate in file.alternates.items():  # type: ignore[attr-defined]
            move(alternate, language)
    return files
