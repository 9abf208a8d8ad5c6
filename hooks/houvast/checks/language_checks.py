"""Checks one language, once all its pages are read and filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from houvast.authoring.source_blocks import Scan, SourceBlock
from houvast.checks.language_build import LanguageBuild
from houvast.checks.preconditions import check_preconditions, needs_by_tip
from houvast.checks.training_checks import check_references, unused_tips
from houvast.data.problem import Problem
from houvast.model.course_document import chapter_name


def check_language(
    build: LanguageBuild,
    pages: Sequence[str],
    menu: Collection[str],
    points: Collection[str],
    countries: Collection[str],
) -> Iterator[Problem]:
    """Check what the pages of a language name.

    Args:
        build: What is known of the language.
        pages: The source files of all pages.
        menu: Those that are in the menu.
        points: The addresses of all source points.
        countries: The countries that have help numbers.

    Yields:
        What is wrong.
    """
    families = [
        str(block.options.get("id")) for scan in build.scans.values() for block in scan.blocks if block.kind == "family"
    ]
    chapters = [chapter_name(page) for page in pages]
    places: dict[str, str] = {}
    needs = needs_by_tip(build.scans)
    for page in pages:
        path, scan = build.path(page), build.scans[page]
        if page not in menu:
            yield Problem(path, 1, "the page is not in the menu.", "Add it to `nav` in mkdocs.yml.")
        for block in scan.blocks:
            yield from _unknown_points(block, path, points)
            yield from _unknown_country(block, path, countries)
        yield from _repeated_forms(scan, path, places)
        yield from check_preconditions(scan, path, needs, build.catalogue)
        yield from check_references(scan, path, build.catalogue, families, chapters)
    for tip in unused_tips(build.catalogue, build.modules.values()) if build.is_read_whole else ():
        page = build.catalogue.tips[tip].page
        what = f"no module of the training uses the tip '{tip}'."
        remedy = "Name it in the `tips` of a module, in a choice or an answer, or its page in `further-reading`."
        yield Problem(build.path(page), build.line_of_tip(page, tip), what, remedy)


def _unknown_points(block: SourceBlock, path: str, points: Collection[str]) -> Iterator[Problem]:
    named = block.options.get("sources")
    for point in named if block.kind in ("tip", "part") and isinstance(named, list) else ():
        # What is no text at all is reported with the option.
        if isinstance(point, str) and point not in points:
            remedy = "Use a point of data/sources.yml, as `source/point`."
            yield Problem(path, block.line_of("sources"), f"there is no source point '{point}'.", remedy)


def _unknown_country(block: SourceBlock, path: str, countries: Collection[str]) -> Iterator[Problem]:
    country = str(block.options.get("country"))
    if block.kind == "helplines" and country not in countries:
        what = f"there is no country '{country}' with help numbers."
        yield Problem(path, block.line_of("country"), what, f"Use one of: {', '.join(countries)}.")


def _repeated_forms(scan: Scan, path: str, places: dict[str, str]) -> Iterator[Problem]:
    """Report forms that are there twice; adds to the places of forms so far."""
    for block in scan.blocks:
        if block.kind not in ("list", "worksheet", "module") or not block.options.get("id"):
            continue
        form = str(block.options["id"])
        if form in places:
            what = f"the {block.kind} '{form}' is there twice, also in {places[form]}."
            yield Problem(path, block.line_of("id"), what, "Give one of them another id.")
        places[form] = f"{path}:{block.line_of('id')}"
