"""What a built page says to its reader, in passages: paragraphs, list items, headings, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

BLOCKS = {
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "div", "blockquote", "section"),
    *("legend", "fieldset", "label", "form", "output", "button", "select", "option", "summary", "details"),
    *("table", "caption", "tr", "td", "th", "figcaption"),
    *("title", "body", "header", "footer", "main", "article", "nav", "aside"),
}
# What a term means stands in the sentence that uses it, but is no part of it.
EXPLANATIONS = ".//*[@popover]"
# What is no text of the page itself: ways to go and things to press, papers and programs, and words that every form
# has (they are left out of the search as well).
LEFT_OUT = " | ".join(
    [
        ".//nav",
        ".//button[not(@popovertarget)]",
        EXPLANATIONS,
        ".//select",
        ".//svg",
        ".//noscript",
        ".//code",
        ".//pre",
        ".//output",
        './/*[@aria-hidden="true"]',
        ".//*[@data-search-exclude][not(self::details)]",
        './/details[contains(@class, "question__why")]/summary',
        './/section[contains(@class, "helplines")]',
        *(
            f'.//*[contains(concat(" ", @class, " "), " {name} ")]'
            for name in (
                "headerlink",
                "verdict",
                "explanation__tips",
                "module__facts",
                "form__hint",
                "form__note",
                "play-card__role",
            )
        ),
    ]
)
SPOKEN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "label")


def passages(tree: html.HtmlElement) -> list[str]:
    """The passages of a page's article, and how other pages describe it; what stands there twice counts once."""
    described = [_tidy(text) for text in tree.xpath('//meta[@name="description"]/@content')]
    (article,) = tree.xpath('//article[@id="content"]')
    return list(dict.fromkeys([*described, *passages_within(article, tree.get("lang"))]))


def explanations(tree: html.HtmlElement) -> list[str]:
    """What a page says of the terms that it uses, on the screen and on paper."""
    return [_tidy(text.text_content()) for text in tree.xpath(EXPLANATIONS)]


def passages_within(part: html.HtmlElement, language: str) -> list[str]:
    """The passages of a part of a page, each once, as far as they are in its language, but for single foreign words."""
    in_another = f'.//*[@lang and @lang != "{language}" and not(self::span)]'
    skipped = set(part.xpath(LEFT_OUT)) | set(part.xpath(in_another))
    texts = map(_tidy, _blocks(part, skipped))
    return list(dict.fromkeys(text for text in texts if re.search(r"[^\W\d_]", text)))


def everything_said(tree: html.HtmlElement, language: str) -> list[str]:
    """All that a page says in a language, to the eye, to a screen reader, or by its scripts, but for code."""
    found: list[str] = []
    default = tree.get("lang")
    skipped = set(tree.xpath("//script | //style | //code | //pre"))
    for part in [tree, *tree.xpath("//*[@lang]")]:
        if (part.get("lang") or default) == language:
            inner = set(part.xpath(".//*[@lang]"))
            found += _blocks(part, skipped | inner | set(part.xpath(EXPLANATIONS)))
            found += _attributes(part, skipped | inner)
    for explanation in tree.xpath(EXPLANATIONS) if default == language else ():
        found += _blocks(explanation, set(explanation.xpath(".//*[@lang]")))
    return list(dict.fromkeys(passage for passage in map(_tidy, found) if passage))


def _tidy(text: str) -> str:
    """A text with plain spaces, and none before a full stop, where a field to fill in was."""
    return re.sub(r"\s+(?=[.,?;:])", "", re.sub(r"\s+", " ", text.replace("\xad", ""))).strip()


def _blocks(top: html.HtmlElement, skipped: set[html.HtmlElement]) -> list[str]:
    """The text of an element, cut where a block begins or ends."""
    pieces = [""]

    def walk(element: html.HtmlElement) -> None:
        is_block = element.tag in BLOCKS and element.get("popovertarget") is None
        if is_block:
            pieces.append("")
        pieces[-1] += element.text or ""
        for child in element:
            if child.tag in ("br", "input", "textarea"):
                pieces[-1] += " "
            elif isinstance(child.tag, str) and child not in skipped:
                walk(child)
            pieces[-1] += child.tail or ""
        if is_block:
            pieces.append("")

    walk(top)
    return pieces


def _attributes(top: html.HtmlElement, skipped: set[html.HtmlElement]) -> Iterator[str]:
    """The attributes that are read aloud or shown, and the words of the scripts."""

    def walk(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
        yield element
        for child in element:
            if isinstance(child.tag, str) and child not in skipped:
                yield from walk(child)

    for element in walk(top):
        if element.tag == "meta" and element.get("name") == "description":
            yield element.get("content")
        for name, value in element.attrib.items():
            if name in SPOKEN_ATTRIBUTES or name.startswith("data-word-"):
                yield value
