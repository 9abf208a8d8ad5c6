"""Checks that every link between pages leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from houvast.authoring.page_links import PageLink
from houvast.data.problem import Problem
from houvast.data.suggestion import did_you_mean

_REMEDY = "Correct it, or write the text without a link."


def check_links(
    links: list[PageLink], anchors: Mapping[str, Collection[str]], other_files: Collection[str], root: str
) -> list[Problem]:
    """Check that every link leads somewhere.

    Args:
        links: The links of all pages of one language.
        anchors: The ids on each page, by source file.
        other_files: Files that are no pages and can be linked to.
        root: The docs folder as written in messages.

    Returns:
        A problem for each broken link and each place that is not there, with the nearest one that is.
    """
    problems = []
    for link in links:
        place = f"{root}/{link.page}"
        if link.target in anchors:
            if link.anchor and link.anchor not in anchors[link.target]:
                what = f"the link '{link.written}' points to a place that {root}/{link.target} does not have."
                problems.append(
                    Problem(place, link.line, what, did_you_mean(link.anchor, anchors[link.target], _REMEDY))
                )
        elif link.target not in other_files:
            what = f"the link '{link.written}' points to a file that is not there: {root}/{link.target}."
            problems.append(Problem(place, link.line, what, did_you_mean(link.target, anchors, _REMEDY)))
    return problems
