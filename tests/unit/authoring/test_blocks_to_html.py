"""Blocks become the HTML that style, script, print and tests rely on."""

from __future__ import annotations

import markdown
import pytest
from houvast.authoring.markdown_extension import HouvastExtension
from lxml import html

TIP = """//// tip | Vraag of het **nu** veilig is
    id: safe-now
    sources: [efjca-professionals/01, at-risk-families/02]

Vraag het meteen, of bel 0800-2000. Bel niet 0800-20001.

/// warning | Let op
Alleen apart.
///

- gewoon
- lijstje

Einde van de tekst.

- [?] ask-safe | Is het *nu* veilig?
- [ ] number-known | Ik weet het nummer (112).
////
"""


@pytest.fixture
def rendered() -> html.HtmlElement:
    extension = HouvastExtension(["112", "0800-2000"])
    extension.audience = "professionals"
    return html.fragment_fromstring(markdown.markdown(TIP, extensions=[extension, "toc"]), create_parent="div")


def test_a_tip_is_a_section_with_its_id_sources_and_audience(rendered: html.HtmlElement) -> None:
    (tip,) = rendered.xpath('./section[@class="tip"]')
    assert tip.get("data-tip") == "safe-now"
    assert tip.get("data-sources") == "efjca-professionals/01 at-risk-families/02"
    assert tip.get("data-audience") == "professionals"
    assert tip.get("aria-labelledby") == tip.find("h2").get("id") == "safe-now"
    assert tip.find("h2").text_content() == "Vraag of het nu veilig is"


def test_items_are_entries_with_a_name_and_a_kind(rendered: html.HtmlElement) -> None:
    (items,) = rendered.xpath('.//ul[@class="tip-items"]')
    assert [(entry.get("data-item"), entry.get("data-kind"), entry.text_content()) for entry in items] == [
        ("ask-safe", "ask", "Is het nu veilig?"),
        ("number-known", "tick", "Ik weet het nummer (112)."),
    ]


def test_an_ordinary_list_in_a_tip_stays_a_list(rendered: html.HtmlElement) -> None:
    assert [entry.text for entry in rendered.xpath(".//ul[not(@class)]/li")] == ["gewoon", "lijstje"]


def test_a_warning_stays_in_its_tip(rendered: html.HtmlElement) -> None:
    assert rendered.xpath('string(.//section/div[contains(@class, "warning")]/p[2])') == "Alleen apart."


def test_only_known_numbers_become_links(rendered: html.HtmlElement) -> None:
    links = [(link.get("href"), link.text) for link in rendered.xpath('.//a[@class="phone"]')]
    assert links == [("tel:08002000", "0800-2000"), ("tel:112", "112")]


def test_a_list_keeps_its_groups_and_what_they_select() -> None:
    text = (
        "//// list\n    id: before\n\n/// group | Vooraf\n    select: [safe-now, hopes/ask]\n\nEven dit.\n///\n////\n"
    )
    tree = html.fragment_fromstring(markdown.markdown(text, extensions=[HouvastExtension()]), create_parent="div")
    (group,) = tree.xpath('./div[@data-list="before"]/section')
    assert (group.get("data-title"), group.get("data-select")) == ("Vooraf", "safe-now hopes/ask")
    assert group.xpath("string(p)") == "Even dit."
