"""Checks the part of the site that a language has, and tells what is there in other languages only."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.checks.language_build import LanguageBuild
from houvast.data.data_folder import language_file
from houvast.data.languages import FILE, LanguageFacts
from houvast.data.problem import Problem

HOME = "index.md"


def is_there(target: str, language: LanguageFacts, first: LanguageBuild) -> bool:
    """Whether a link has to lead to a page of its own language: not where only other languages have that page.

    Args:
        target: The file that the link points to, relative to the docs folder.
        language: The language of the link.
        first: What is known of the site's first language.
    """
    file = target.removeprefix(f"{language.code}/")
    return language.has(file) or f"{first.language}/{file}" not in first.scans


def check_part(language: LanguageFacts, first: LanguageBuild, root: str, using_page: str) -> Iterator[Problem]:
    """Find what the part of a language lacks, and what it names that is nowhere.

    Args:
        language: The language.
        first: What is known of the site's first language.
        root: The docs folder as written in messages.
        using_page: The page on using the site safely, to which every page links.
    """
    place, files = language_file(language.code, FILE), [page.partition("/")[2] for page in first.scans]
    for page in (HOME, using_page):
        if not language.has(page):
            what = f"the part of the site in this language does not have '{page}', which every reader needs."
            yield Problem(place, 1, what, f"Add it to `part`, and write {root}/{language.code}/{page}.")
    for part in language.part:
        if not any(file == part or file.startswith(f"{part}/") for file in files):
            what = f"the part of the site in this language names '{part}', which is no page or folder."
            yield Problem(place, 1, what, f"Name a folder or a file of {root}/{first.language}, such as `thuis`.")
