"""The source documents and their points: what must be on the site, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tipsite.problem import Problem
from tipsite.source_text import read_text
from tipsite.yaml_files import read_yaml, read_yaml_tree


@dataclass(frozen=True)
class SourcePoint:
    """One separate point that a source makes.

    Attributes:
        address: `source/point`.
        anchor: Its id on the page of origins: by number, since an id becomes part of an address.
        kind: tip, question, message, phrase, signal, tool or referral.
        audiences: Whose pages must carry it.
        line: Its line in the data file, counted from 1.
        gist: What it says, in the language asked for.
    """

    address: str
    anchor: str
    kind: str
    audiences: tuple[str, ...]
    line: int
    gist: str

    @property
    def number(self) -> str:
        """Its number within its source."""
        return self.address.partition("/")[2]


@dataclass(frozen=True)
class Source:
    """A document by others that the tips draw on, described in one language."""

    id: str
    anchor: str
    title: str
    label: str
    written_for: str
    publisher: str
    written: str
    points: tuple[SourcePoint, ...]


def load_sources(shared: Path, texts: Path, root: Path) -> tuple[list[Source], list[Problem]]:
    """Reads the sources with the texts of one language.

    Args:
        shared: The data file with titles, points, kinds and audiences.
        texts: The data file with what each source and point says in one language.
        root: The project's folder, for the paths in messages.

    Returns:
        The sources in their order, and a problem for each text that is missing or left over.
    """
    structure = read_yaml(read_text(shared))
    said = read_yaml(read_text(texts)) or {}
    lines = _point_lines(shared)
    path = texts.relative_to(root).as_posix()
    problems: list[Problem] = []
    sources: list[Source] = []
    for order, (source_id, source) in enumerate(structure.items(), 1):
        own = said.get(source_id) or {}
        gists = own.get("points") or {}
        for key in ("label", "written_for", "publisher", "written"):
            if not own.get(key):
                problems.append(
                    Problem(path, 1, f"the source '{source_id}' has no '{key}'.", f"Add a line `{key}: …`.")
                )
        for number in source["points"]:
            if not gists.get(number):
                problems.append(
                    Problem(
                        path,
                        1,
                        f"the point {source_id}/{number} is not said in this language.",
                        "Say it in one sentence.",
                    )
                )
        for number in set(gists) - set(source["points"]):
            problems.append(
                Problem(
                    path,
                    1,
                    f"there is no point {source_id}/{number}.",
                    "Remove it, or add it to docs/data/sources.yml.",
                )
            )
        sources.append(
            Source(
                id=source_id,
                anchor=f"source-{order}",
                title=source["title"],
                label=own.get("label", source_id),
                written_for=own.get("written_for", ""),
                publisher=own.get("publisher", ""),
                written=own.get("written", ""),
                points=tuple(
                    SourcePoint(
                        address=f"{source_id}/{number}",
                        anchor=f"source-{order}-{number}",
                        kind=point["kind"],
                        audiences=tuple(point["audience"]),
                        line=lines[(source_id, number)],
                        gist=gists.get(number, ""),
                    )
                    for number, point in source["points"].items()
                ),
            )
        )
    return sources, problems


def _point_lines(shared: Path) -> dict[tuple[str, str], int]:
    tree = read_yaml_tree(read_text(shared))
    assert isinstance(tree, yaml.MappingNode)
    lines: dict[tuple[str, str], int] = {}
    for source_key, source in tree.value:
        for key, value in source.value:
            if key.value == "points":
                for point_key, _ in value.value:
                    lines[(source_key.value, point_key.value)] = point_key.start_mark.line + 1
    return lines
