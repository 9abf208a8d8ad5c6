"""Looks at every file that the site is made of, before anything reads it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from houvast.authoring.source_files import check_data_file, check_page_file, check_template_file, is_text, source_files
from houvast.data.problem import Problem
from houvast.data.source_text import find_unseen, read_text
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from steps.folders import data_folder, docs_folder, project_root, templates_folder

log = logging.getLogger("mkdocs.hooks.sources")


def _folders(config: MkDocsConfig) -> dict[Path, Callable[[str], str | None]]:
    """Whose files the site is made of, each folder with what tells whether a file belongs there."""
    return {
        docs_folder(config).absolute(): check_page_file,
        data_folder(config): check_data_file,
        templates_folder(config): check_template_file,
    }


def report_sources(config: MkDocsConfig) -> None:
    """Report what is wrong with files; static-i18n's further languages are made of the same ones."""
    root = project_root(config)
    for problem in _problems(config, root):
        log.warning("%s", problem)


def _problems(config: MkDocsConfig, root: Path) -> Iterator[Problem]:
    settings = Path(config.config_file_path).absolute()
    yield from _unseen_in(settings, settings.name)
    for folder, wanted_instead in _folders(config).items():
        for file in source_files(folder):
            place, own = file.relative_to(root).as_posix(), file.relative_to(folder).as_posix()
            if wanted := wanted_instead(own):
                what = "this file is no part of the site and is not published."
                yield Problem(place, 1, what, f"Delete it, or move it elsewhere: here belong {wanted}.")
            elif not file.is_file():
                yield Problem(place, 1, "this file cannot be opened.", "Put it back, or remove the link to it.")
            elif is_text(own):
                yield from _unseen_in(file, place)


def report_page(file: Path, config: MkDocsConfig) -> None:
    """Report what is wrong with the file of one page that belongs there."""
    for problem in _unseen_in(file, file.relative_to(project_root(config)).as_posix()):
        log.warning("%s", problem)


def _unseen_in(file: Path, place: str) -> Iterator[Problem]:
    return (mistake.in_file(place) for mistake in find_unseen(file.read_bytes(), file.suffix))


def leave_out_what_is_no_source(files: Files, config: MkDocsConfig) -> None:
    """Take away what does not belong here, also what MkDocs would copy as it is."""
    folders = _folders(config)
    for file in list(files):
        wanted_instead = folders.get(Path(str(file.src_dir)).absolute())
        is_there = file.abs_src_path is not None and Path(file.abs_src_path).is_file()
        if wanted_instead and (wanted_instead(file.src_uri) or not is_there):
            files.remove(file)


def read_source(page: Page) -> str | None:
    """Give the text of a page as every check reads it."""
    return read_text(Path(page.file.abs_src_path)) if page.file.abs_src_path else None
