"""Compares one language with the first one, once all pages of both are read."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.source_blocks import Scan
from houvast.checks.language_build import LanguageBuild
from houvast.checks.parity import compare_languages, compare_worksheets
from houvast.checks.preconditions import needs_by_tip
from houvast.checks.training_checks import compare_training
from houvast.data.problem import Problem


def compare_with_first(here: LanguageBuild, first: LanguageBuild) -> Iterator[Problem]:
    """Compare tips, worksheets, modules and pages.

    Args:
        here: What is known of a language.
        first: What is known of the site's first language.

    Yields:
        A problem for each difference; of worksheets and modules only where every page could be read.
    """
    builds = {first.language: first, here.language: here}

    def line_of(page: str, tip: str) -> int:
        return builds[page.partition("/")[0]].line_of_tip(page, tip)

    catalogues = {language: build.catalogue for language, build in builds.items()}
    yield from compare_languages(catalogues, here.root, line_of)
    yield from _compare_needs(here, first)
    if here.is_read_whole and first.is_read_whole:
        yield from _compare_worksheets(here, first)
        for file, scan, model in _scans_in_both(here, first):
            yield from compare_training(model, scan, first.language, here.path(f"{here.language}/{file}"))
    yield from _missing_pages(here, first)
    yield from _missing_pages(first, here)


def _compare_needs(here: LanguageBuild, first: LanguageBuild) -> Iterator[Problem]:
    wanted, found = needs_by_tip(first.scans), needs_by_tip(here.scans)
    for tip in here.catalogue.tips.values():
        if tip.id in first.catalogue.tips and wanted.get(tip.id, []) != found.get(tip.id, []):
            what = f"the tip '{tip.id}' needs something else than in '{first.language}'."
            remedy = f"There it has `needs: [{', '.join(wanted.get(tip.id, []))}]`."
            yield Problem(here.path(tip.page), here.line_of_tip(tip.page, tip.id), what, remedy)


def _compare_worksheets(here: LanguageBuild, first: LanguageBuild) -> Iterator[Problem]:
    for worksheet in first.catalogue.worksheets.values():
        if (other := here.catalogue.worksheets.get(worksheet.id)) is not None:
            yield from compare_worksheets(worksheet, other, first.language, here.root, here.line_of_part)
        else:
            path, line = first.path(worksheet.page), first.place_of_form(worksheet.id)[1]
            what = f"the worksheet '{worksheet.id}' is there in '{first.language}' but not in '{here.language}'."
            yield Problem(path, line, what, "Translate it, or give both the same id.")


def _scans_in_both(here: LanguageBuild, first: LanguageBuild) -> Iterator[tuple[str, Scan, Scan]]:
    """The pages that both languages have, by their files without the language, with their scans in both."""
    for file in _files(here):
        if (model := first.scans.get(f"{first.language}/{file}")) is not None:
            yield file, here.scans[f"{here.language}/{file}"], model


def _missing_pages(here: LanguageBuild, other: LanguageBuild) -> Iterator[Problem]:
    """The pages that are only in the other language."""
    there = _files(here).keys()
    for file in _files(other):
        if file not in there:
            what = f"the page is there in '{other.language}' but not in '{here.language}'."
            remedy = f"Write {here.path(f'{here.language}/{file}')}, with the same tips."
            yield Problem(other.path(f"{other.language}/{file}"), 1, what, remedy)


def _files(build: LanguageBuild) -> dict[str, None]:
    """The source files of the pages without their language, in order."""
    return {page.partition("/")[2]: None for page in build.scans}
