"""What a tip says keeps working where a list repeats it."""

from __future__ import annotations

import pytest
from houvast.model.moved_links import moved_links

CASES = {
    "page beside": ("../openen/", "werk/voor/", "werk/lijsten/bel/", "../../openen/"),
    "place on the same page": ("#safe-now", "werk/voor/", "werk/lijsten/bel/", "../../voor/#safe-now"),
    "place on a page": ("../netwerk/#code", "werk/voor/", "thuis/lijst/", "../../werk/netwerk/#code"),
    "home page": ("../../", "werk/voor/", "thuis/lijst/", "../../"),
    "without folders": ("openen.html#a", "werk/voor.html", "werk/lijsten/bel.html", "../openen.html#a"),
    "number": ("tel:112", "werk/voor/", "thuis/lijst/", "tel:112"),
    "other site": ("https://1712.be/", "werk/voor/", "thuis/lijst/", "https://1712.be/"),
}


@pytest.mark.parametrize("case", CASES)
def test_links_are_moved_with_the_text(case: str) -> None:
    link, page, other_page, wanted = CASES[case]
    moved = moved_links(f'<p>Zie <a href="{link}">hier</a>.</p>', page, other_page)
    assert moved == f'<p>Zie <a href="{wanted}">hier</a>.</p>'
