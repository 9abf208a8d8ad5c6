"""Checks that every link between pages leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from houvast.authoring.page_links import PageLink
from houvast.checks.browser_addresses import path_to_type, relative_path
from houvast.data.problem import Mistake, Problem
from houvast.data.suggestion import did_you_mean, nearest

_REMEDY = "Correct it, or write the text without a link."


def check_links(
    links: list[PageLink],
    anchors: Mapping[str, Collection[str]],
    other_files: Collection[str],
    root: str,
    urls: Mapping[str, str],
) -> list[Problem]:
    """Check that every link leads somewhere.

    Args:
        links: The links of all pages of one language.
        anchors: The ids on each page, by source file.
        other_files: Files that are no pages and can be linked to.
        root: The docs folder as written in messages.
        urls: The addresses of all pages within the site, by source file.

    Returns:
        A problem for each broken link and each place that is not there, with what to type for the nearest one that is.
    """
    problems = []
    for link in links:
        place = f"{root}/{link.page}"
        if link.target in anchors:
            if link.anchor and link.anchor not in anchors[link.target]:
                what = f"the link '{link.written}' points to a place that {root}/{link.target} does not have."
                path = link.written.partition("#")[0]
                remedy = did_you_mean(link.anchor, anchors[link.target], _REMEDY, f"'{path}#{{}}'")
                problems.append(Problem(place, link.line, what, remedy))
        elif link.target not in other_files:
            problems.append(_not_there(link, anchors, root, urls).in_file(place))
    return problems


def _not_there(link: PageLink, pages: Collection[str], root: str, urls: Mapping[str, str]) -> Mistake:
    if link.is_picture:
        what = f"the picture '{link.written}' is not there: {root}/{link.target}."
        return Mistake(link.line, what, "Put it beside the page, or correct its name.")
    if meant := path_to_type(link.written, link.page, urls):
        what = f"the link '{link.written}' is an address as a browser shows it, not the file of a page."
        return Mistake(link.line, what, f"Write '{meant}'.")
    what = f"the link '{link.written}' points to a file that is not there: {root}/{link.target}."
    found = nearest(link.target, pages)
    return Mistake(link.line, what, f"Did you mean '{relative_path(found, link.page)}'?" if found else _REMEDY)
