"""The made-up pages in Markdown that every generator reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.made_up_pages import Page, Section

# Gives the address of a page as another page links to it: the page that is linked to, then the one with the link.
Link = Callable[[Page, Page], str]


def markdown_pages(site: Section, link: Link) -> Iterator[tuple[Page, str]]:
    """Every page of a site with its text, without front matter and main heading.

    Args:
        site: The site.
        link: How pages of this generator link to each other.
    """
    for page, linked in site.pages_with_links():
        links = [f"- [{other.title}]({link(other, page)}): {other.description}" for other in linked]
        yield page, "\n\n".join([page.intro, *_advice(page), *(["\n".join(links)] if links else [])]) + "\n"


def _advice(page: Page) -> Iterator[str]:
    for advice in page.advice:
        yield f"## {advice.heading}"
        if page.kind == "sheet":
            yield advice.reason
            yield "\n".join(f"- {item.text}" for item in advice.items)
        else:
            # A box that can be ticked and a text that ticks it: the lists of tasks that generators know have neither.
            yield "\n".join(f'- <label><input type="checkbox"> {item.text}</label>' for item in advice.items)
