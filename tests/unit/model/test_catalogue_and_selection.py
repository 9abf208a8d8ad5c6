"""Tips are read back from pages, and lists find their items in them."""

from __future__ import annotations

import pytest
from houvast.model.catalogue import Catalogue, read_tips
from houvast.model.page_tree import read_content
from houvast.model.selection import SelectionError, select_items

PAGE = """<h1>Vragen</h1>
<section class="tip" data-tip="second" data-sources="a/01 b/02" data-audience="network">
<h2 id="second">Titel<a class="headerlink" href="#second">¶</a></h2>
<div class="admonition warning"><p class="admonition-title">Let op</p><p>Apart.</p></div>
<ul class="tip-items"><li data-item="ask" data-kind="ask">Is het veilig?</li>
<li data-item="tick" data-kind="tick">Ja</li></ul>
</section>
<section class="tip" data-tip="bare" data-sources="" data-audience="network"><h2 id="bare">Kaal</h2></section>"""


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue({tip.id: tip for tip in read_tips(read_content(PAGE), "nl/vragen.md", "vragen/")})


def test_a_tip_is_read_whole(catalogue: Catalogue) -> None:
    tip = catalogue.tips["second"]
    assert (tip.title, tip.audience, tip.sources) == ("Titel", "network", ("a/01", "b/02"))
    assert [(item.field, item.asks, item.text) for item in tip.items] == [
        ("second/ask", True, "Is het veilig?"),
        ("second/tick", False, "Ja"),
    ]
    assert "Apart." in tip.warnings[0]
    assert (tip.page, tip.url) == ("nl/vragen.md", "vragen/")


def test_a_page_without_tips_gives_none() -> None:
    assert read_tips(read_content("<p>Geen tips</p>"), "nl/index.md", "") == []


def test_tips_come_in_the_order_of_the_menu(catalogue: Catalogue) -> None:
    page = PAGE.replace("second", "early").partition('<section class="tip" data-tip="bare"')[0]
    (early,) = read_tips(read_content(page), "nl/a.md", "a/")
    catalogue.tips["early"] = early
    catalogue.sort_by_pages(["nl/a.md", "nl/vragen.md"])
    assert list(catalogue.tips) == ["early", "second", "bare"]


def test_the_tips_that_carry_a_point(catalogue: Catalogue) -> None:
    carried = catalogue.tips_by_point()
    assert [tip.id for tip in carried["b/02"]] == ["second"]
    assert "b/99" not in carried


def test_a_tip_stands_for_all_its_items_in_its_order(catalogue: Catalogue) -> None:
    assert [item.name for item in select_items(catalogue, "second")] == ["ask", "tick"]


def test_one_item_can_be_selected(catalogue: Catalogue) -> None:
    assert [item.name for item in select_items(catalogue, "second/tick")] == ["tick"]


@pytest.mark.parametrize("reference", ["secnd", "second/tock", "bare"])
def test_selecting_nothing_is_an_error(catalogue: Catalogue, reference: str) -> None:
    with pytest.raises(SelectionError):
        select_items(catalogue, reference)
