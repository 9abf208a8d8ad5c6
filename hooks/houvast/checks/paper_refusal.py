"""Pages that refuse paper and copies (`paper: none`): what may stand on them, and who may lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from houvast.authoring.front_matter import audiences, line_of_key
from houvast.authoring.page_links import PageLink
from houvast.authoring.source_blocks import Scan
from houvast.data.problem import Problem
from houvast.model.course_document import chapter_name

NONE = "none"
# Whose pages are always read discreetly.
ONLY_AUDIENCE = ("families",)
# The blocks with nothing to tick, to type in or to print.
_PLAIN_BLOCKS = ("tip", "warning", "note", "helplines", "doors", "situations", "discreet")


def refuses_paper(meta: Mapping[str, Any]) -> bool:
    """Whether a page says that it refuses paper and copies."""
    return meta.get("paper") == NONE


def is_for_home(meta: Mapping[str, Any]) -> bool:
    """Whether a page is for home alone, so that it may lead to a page that refuses paper."""
    return audiences(meta) == ONLY_AUDIENCE


def check_paper(source: str, meta: Mapping[str, Any], scan: Scan, path: str) -> Iterator[Problem]:
    """Check what a page says about paper, and what stands on one that refuses it.

    Args:
        source: The whole file.
        meta: What its front matter says.
        scan: Its blocks.
        path: The file's path, for messages.
    """
    if "paper" not in meta:
        return
    line = line_of_key("paper", source)
    if not refuses_paper(meta):
        yield Problem(
            path, line, f"there is no paper '{meta['paper']}' for a page.", "Write `paper: none`, or nothing."
        )
        return
    if not is_for_home(meta):
        remedy = "Write `audience: families`: those pages are always read discreetly."
        yield Problem(path, line, "a page that refuses paper is for families alone.", remedy)
    for block in scan.blocks:
        if block.kind not in _PLAIN_BLOCKS:
            what = f"a '{block.kind}' stands on a page that refuses paper."
            yield Problem(path, block.line, what, "Put it on another page: here nothing is filled in or printed.")
        for item in block.items:
            what = f"the item '{item.name}' stands on a page that refuses paper."
            yield Problem(
                path, item.line, what, "Say it in the text: an item is there to be ticked, listed and printed."
            )


def check_ways_to(
    refusing: Mapping[str, Collection[str]],
    for_home: Collection[str],
    links: Iterable[PageLink],
    scans: Mapping[str, Scan],
    root: str,
) -> Iterator[Problem]:
    """Check that only pages for home lead to pages that refuse paper, and that nothing of these is used elsewhere.

    Args:
        refusing: The pages that refuse paper (source files), each with the ids of its tips.
        for_home: The pages that are for home alone.
        links: The links of all pages, those of standing sentences in their places too.
        scans: The blocks of all pages.
        root: The docs folder as written in messages.
    """
    for link in links:
        if link.target in refusing and link.page not in for_home:
            what = f"this page leads to {root}/{link.target}, which refuses paper, and is not for families alone."
            remedy = "Lead to the page above that one, or write the text without a link."
            yield Problem(f"{root}/{link.page}", link.line, what, remedy)
    tips = {tip: page for page, ids in refusing.items() for tip in ids}
    documents = {chapter_name(page): page for page in refusing}
    for page, scan in scans.items():
        for block in scan.blocks:
            selected = block.options.get("select")
            names = [(str(name), block.line_of("select")) for name in selected] if isinstance(selected, list) else []
            names += [(tip, written.line) for written in block.entries for tip in written.entry.tips]
            for name, line in names:
                if chosen := tips.get(name.partition("/")[0]) or documents.get(name):
                    what = f"'{name}' is of {root}/{chosen}, which refuses paper."
                    yield Problem(f"{root}/{page}", line, what, "Leave it out: it would be printed with this page.")
