"""No run of eight words is taken from a source document: the facts carry over, the sentences do not.

The project holds no text of the sources, only hashes of their word runs (tests/source_word_runs.txt).
"""

from __future__ import annotations

import hashlib
import re

import pytest
import yaml
from built_site import BuiltSite
from project_root import ROOT

LENGTH = 8
HASHES = set((ROOT / "tests/source_word_runs.txt").read_text("ascii").split())
TITLES = [source["title"] for source in yaml.safe_load((ROOT / "data/sources.yml").read_text("utf-8")).values()]


def words(text: str) -> list[str]:
    """The words of a text, in lower case and without punctuation."""
    return re.findall(r"[a-zà-ÿ0-9]+", text.lower())


def run_hashes(text: str) -> dict[str, str]:
    """The runs of eight words of a text, by a short hash of each."""
    found = words(text)
    runs = (" ".join(found[index : index + LENGTH]) for index in range(len(found) - LENGTH + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:16]: run for run in runs}


def copied(text: str) -> list[str]:
    """The runs that a text shares with a source, the sources' own titles aside."""
    for title in TITLES:
        text = text.replace(title, " · ")
    return [run for key, run in run_hashes(text).items() if key in HASHES]


def test_the_hashes_know_a_sentence_of_a_source() -> None:
    # The one passage that is quoted: a title, which the site may show.
    title = TITLES[0]
    assert any(key in HASHES for key in run_hashes(title))
    assert copied(title) == []


def test_no_dutch_page_copies_a_source(site: BuiltSite) -> None:
    shared = {
        address: found
        for address in site.in_language("nl")
        if (found := copied(" ".join(site.tree(address).xpath("//article//text()"))))
    }
    assert shared == {}


@pytest.mark.parametrize("file", ["sources.yml", "helplines.yml", "words.yml"])
def test_no_dutch_data_copies_a_source(file: str) -> None:
    assert copied((ROOT / "data/nl" / file).read_text("utf-8")) == []
