"""What holds for every page: headings in order, help and the way out at the same place, languages of links named."""

from __future__ import annotations

from copy import deepcopy

import pytest
from built_site import LANGUAGES, BuiltSite
from lxml import html

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
# What leads to help, in the order of the page: leave, how to use the site safely, past the menus to the text, the other
# languages, the search, the help numbers (WCAG 3.2.6).
HELP = {
    "leave": "contains(@class, 'leave-bar__leave')",
    "safe use": "contains(@class, 'leave-bar__using')",
    "skip": "contains(@class, 'leave-bar__skip')",
    "languages": "@class='language-switch'",
    "search": "@role='search'",
    "help numbers": "@class='site-footer__help'",
}


def skipped_levels(tree: html.HtmlElement) -> list[str]:
    """The headings that come more than one level below the one before."""
    headings = tree.xpath(HEADINGS)
    levels = [0, *(int(heading.tag[1]) for heading in headings)]
    return [
        f"{heading.tag}: {heading.text_content().strip()}"
        for heading, before, level in zip(headings, levels, levels[1:], strict=False)
        if level > before + 1
    ]


def test_each_page_has_one_main_heading_and_skips_no_level(site: BuiltSite) -> None:
    for address in site.addresses:
        tree = site.tree(address)
        assert len(tree.xpath("//h1")) == 1, address
        assert skipped_levels(tree) == [], address
        assert [heading for heading in tree.xpath(HEADINGS) if not heading.text_content().strip()] == [], address


@pytest.mark.parametrize(
    ("content", "skipped"),
    [("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>", []), ("<h1>a</h1><h3>c</h3>", ["h3: c"]), ("<h2>b</h2>", ["h2: b"])],
)
def test_a_skipped_level_would_be_found(content: str, skipped: list[str]) -> None:
    assert skipped_levels(html.fromstring(f"<body>{content}</body>")) == skipped


def hidden_targets(tree: html.HtmlElement) -> list[str]:
    """The places on a page to which a link of its menu or its contents leads, and which are not shown."""
    links = tree.xpath('//nav//a[starts-with(@href, "#")]/@href')
    return [link for link in links if tree.xpath("//*[@id=$id][ancestor-or-self::*[@hidden]]", id=link[1:])]


def test_the_contents_lead_to_what_is_shown(site: BuiltSite) -> None:
    for address in site.addresses:
        assert hidden_targets(site.tree(address)) == [], address


def test_contents_that_lead_to_something_hidden_would_be_found(site: BuiltSite) -> None:
    tree = deepcopy(site.tree("leren/openen/"))
    for heading in tree.xpath("//h2[@id='done']"):
        heading.getparent().set("hidden", "")
    assert set(hidden_targets(tree)) == {"#done"}


def help_in_order(tree: html.HtmlElement) -> list[str]:
    """What leads to help, in the order in which a page has it; with other links or buttons that come before the second
    of them, since boxes that keys do not reach are all that may."""
    found = tree.xpath(f"//*[{' or '.join(HELP.values())}]")
    first = [element for element in tree.xpath("//a | //button")[:2] if element not in found]
    names = [
        next(name for name, one in HELP.items() if tree.xpath(f"//*[{one}]")[:1] == [element]) for element in found
    ]
    return [element.text_content() for element in first] + names


def languages_of_links(tree: html.HtmlElement) -> list[tuple[str | None, str | None]]:
    """The language in which each link to another language is written, and that of the page it leads to."""
    links = tree.xpath("//*[@class='language-switch']/a")
    return [(link.get("lang"), link.get("hreflang")) for link in links]


def test_help_and_the_way_out_stand_in_the_same_order_on_every_page(site: BuiltSite) -> None:
    for address in site.addresses:
        assert help_in_order(site.tree(address)) == list(HELP), address


def test_help_at_another_place_would_be_found(site: BuiltSite) -> None:
    tree = deepcopy(site.tree("werk/openen/"))
    (numbers,) = tree.xpath(f"//*[{HELP['help numbers']}]")
    tree.xpath("//main")[0].insert(0, numbers)
    assert help_in_order(tree) == list(HELP), "after everything else in the header it is still the last"
    tree.xpath("//header")[0].insert(0, numbers)
    assert help_in_order(tree) != list(HELP)
    numbers.drop_tree()
    assert help_in_order(tree) == list(HELP)[:-1]
    tree.find("body").insert(0, html.fromstring("<a href='#'>in between</a>"))
    assert help_in_order(tree)[0] == "in between"


def test_links_to_another_language_say_so(site: BuiltSite) -> None:
    for language in LANGUAGES:
        others = [other for other in LANGUAGES if other != language]
        for address in site.in_language(language):
            assert languages_of_links(site.tree(address)) == [(one, one) for one in others], address


def test_a_link_that_does_not_say_its_language_would_be_found(site: BuiltSite) -> None:
    tree = deepcopy(site.tree("werk/openen/"))
    del tree.xpath("//*[@class='language-switch']/a")[0].attrib["lang"]
    assert languages_of_links(tree)[0] == (None, "en")
