"""Puts pages together into one document to print, with a list of contents at its head."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html

from houvast.model.moved_links import moved_links

_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6", "h6": "h6"}
# Attributes that name an id, or several.
_REFERENCES = ("aria-labelledby", "aria-describedby", "for")


@dataclass(frozen=True)
class Chapter:
    """A chapter of a document: its id and title for the contents, and its HTML."""

    id: str
    title: str
    html: str


def chapter_name(page: str) -> str:
    """How a document names a page: its source file, without language and ending."""
    return page.partition("/")[2].removesuffix(".md")


def as_chapter(content: str, identifier: str, page: str, document: str) -> Chapter:
    """Make a chapter of a page that is filled in.

    Args:
        content: The page's content.
        identifier: What the chapter is called in the document; every id in it begins with it.
        page: The address of the page, relative to the site's root.
        document: The address of the document.

    Returns:
        The chapter: headings one level lower, no id that another chapter can have, links that work from the document,
        and no buttons.
    """
    tree = html.fragment_fromstring(moved_links(f"<section>{content}</section>", page, document))
    for unneeded in tree.xpath('.//*[contains(@class, "set-tools") or @class="headerlink"]'):
        unneeded.drop_tree()
    # The same cards come in every chapter, and no two parts of a page may bear one name.
    for section in tree.xpath(".//section[@aria-labelledby]"):
        del section.attrib["aria-labelledby"]
    title = tree.xpath("string(.//h1)").strip()
    for element in tree.iter():
        element.tag = _HEADINGS.get(element.tag, element.tag)
        for name in ("id", *_REFERENCES):
            if value := element.get(name):
                element.set(name, " ".join(f"{identifier}-{word}" for word in value.split()))
    heading = tree.find(".//h2")
    if heading is not None:
        heading.set("id", identifier)
    tree.set("class", "chapter")
    tree.set("aria-labelledby", identifier)
    for cards in tree.xpath('.//*[contains(@class, "play-cards")]'):
        cards.set("data-copies", "three")
    return Chapter(identifier, title, str(html.tostring(tree, encoding="unicode")))


def chapters_of(markup: str, page: str, document: str) -> list[Chapter]:
    """Read the chapters out of HTML that a template rendered: its sections, each with a heading that has an id.

    Args:
        markup: The HTML.
        page: The address of the page that its links belong to, relative to the site's root.
        document: The address of the document.
    """
    return [
        Chapter(
            section.get("aria-labelledby"),
            section.xpath("string(./h2)").strip(),
            moved_links(str(html.tostring(section, encoding="unicode", with_tail=False)), page, document),
        )
        for section in html.fragments_fromstring(markup.strip())
    ]
