"""The source documents and their points: what must be on the site, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree
from houvast.data.yaml_shapes import meant

KINDS = ("tip", "question", "message", "phrase", "signal", "tool", "referral")
"""What a point can be."""


@dataclass(frozen=True)
class SourcePoint:
    """One separate point that a source makes.

    Attributes:
        address: `source/point`.
        anchor: Its id on the page of origins: by number, since an id becomes part of an address.
        kind: One of `KINDS`.
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
    """Read the sources with the texts of one language.

    Args:
        shared: The data file with titles, points, kinds and audiences.
        texts: The data file with what each source and point says in one language.
        root: The project's folder, for the paths in messages.

    Returns:
        The sources in their order, and a problem for each text that is missing or left over.
    """
    written, written_texts = read_text(shared), read_text(texts)
    structure, lines = read_yaml(written), lines_of_keys(read_yaml_tree(written))
    said, text_lines = read_yaml(written_texts), lines_of_keys(read_yaml_tree(written_texts))
    path, shared_path = (file.relative_to(root).as_posix() for file in (texts, shared))
    problems: list[Problem] = []
    sources: list[Source] = []
    for source_id in said.keys() - structure.keys():
        what = f"there is no source '{source_id}' in {shared_path}."
        problems.append(Problem(path, text_lines[(source_id,)], what, meant(source_id, structure)))
    for order, (source_id, source) in enumerate(structure.items(), 1):
        own = said.get(source_id)
        if own is None:
            what = f"the source '{source_id}' is not described in this language."
            problems.append(Problem(path, 1, what, "Add it, with its points, like the others."))
            continue
        gists = own["points"]
        for number in source["points"]:
            if number not in gists:
                what = f"the point {source_id}/{number} is not said in this language."
                problems.append(Problem(path, text_lines[(source_id, "points")], what, "Say it in one sentence."))
        for number in gists.keys() - source["points"].keys():
            what, remedy = f"there is no point {source_id}/{number}.", f"Remove it, or add it to {shared_path}."
            problems.append(Problem(path, text_lines[(source_id, "points", number)], what, remedy))
        sources.append(
            Source(
                id=source_id,
                anchor=f"source-{order}",
                title=source["title"],
                label=own["label"],
                written_for=own["written_for"],
                publisher=own["publisher"],
                written=own["written"],
                points=tuple(
                    SourcePoint(
                        address=f"{source_id}/{number}",
                        anchor=f"source-{order}-{number}",
                        kind=point["kind"],
                        audiences=tuple(point["audience"]),
                        line=lines[(source_id, "points", number)],
                        gist=gists.get(number, ""),
                    )
                    for number, point in source["points"].items()
                ),
            )
        )
    return sources, problems
