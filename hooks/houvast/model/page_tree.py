"""The tree of a page's content: read once after rendering, then handed from step to step."""

from __future__ import annotations

from lxml import html


def read_content(content: str) -> html.HtmlElement:
    """Read the content of a page, as Markdown made it, into an element of its own."""
    return html.fragment_fromstring(content, create_parent="div")


def markup_in(element: html.HtmlElement) -> str:
    """Write what stands in an element as HTML."""
    return (element.text or "") + "".join(html.tostring(child, encoding="unicode") for child in element)


def heading_text(heading: html.HtmlElement) -> str:
    """Give what a heading says, without the link to itself."""
    return "".join(heading.xpath('.//text()[not(ancestor::a[@class="headerlink"])]')).strip()
