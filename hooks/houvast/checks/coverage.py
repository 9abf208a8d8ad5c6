"""Checks that every source point is carried for every audience that it names."""

from __future__ import annotations

from houvast.data.problem import Problem
from houvast.data.source_points import Source
from houvast.model.catalogue import Catalogue


def missing_points(sources: list[Source], catalogue: Catalogue, language: str, data_file: str) -> list[Problem]:
    """Give a problem for each point that no tip carries for an audience that it names.

    Args:
        sources: All sources.
        catalogue: The tips of one language.
        language: That language, for the message.
        data_file: The file of the points, relative to the project.
    """
    carried = {(point, tip.audience) for tip in catalogue.tips.values() for point in tip.sources}
    return [
        Problem(
            data_file,
            point.line,
            f"no tip for {audience} carries {point.address} in '{language}'.",
            f"Add it to the `sources` of a tip on a page for {audience}.",
        )
        for source in sources
        for point in source.points
        for audience in point.audiences
        if (point.address, audience) not in carried
    ]
