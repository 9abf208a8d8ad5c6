"""Puts the explanation of a term beside its first use in the running text of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree, html

from houvast.data.glossary import Glossary
from houvast.data.terms import Term

_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class UsedTerm:
    """A term where a page uses it first.

    Attributes:
        number: Its number on the page, counted from 1.
        word: How it stands there.
        before: What stands right before it, such as a bracket: no line breaks there.
        after: What stands right after it, such as a full stop.
        explanation: What it means.
    """

    number: int
    word: str
    before: str
    after: str
    explanation: str


RenderTerm = Callable[[UsedTerm], str]

# Where a word cannot be pressed or would be in the way: in what can be pressed already, in headings, names of fields
# and texts of forms (the training's stories are to be read), in words to say aloud, on cards that are handed out, and
# in what is no text of the page.
_ELSEWHERE = " or ".join(
    [
        *(
            "ancestor-or-self::a",
            "ancestor-or-self::button",
            "ancestor-or-self::label",
            "ancestor-or-self::legend",
            "ancestor-or-self::summary",
        ),
        *(
            "ancestor-or-self::h1",
            "ancestor-or-self::h2",
            "ancestor-or-self::h3",
            "ancestor-or-self::h4",
            "ancestor-or-self::nav",
            "ancestor-or-self::details",
        ),
        *(
            "ancestor-or-self::code",
            "ancestor-or-self::pre",
            "ancestor-or-self::noscript",
            "ancestor-or-self::template",
            "ancestor-or-self::blockquote",
        ),
        'ancestor-or-self::form[not(@data-form="training")]',
        "ancestor-or-self::*[@data-search-exclude or @aria-hidden or @hidden or @lang]",
        *(
            f'ancestor-or-self::*[contains(@class, "{name}")]'
            for name in ("admonition-title", "tip-items", "play-card")
        ),
    ]
)
_IS_RUNNING_TEXT = etree.XPath(
    f"(ancestor-or-self::p or ancestor-or-self::li or ancestor-or-self::dd) and not({_ELSEWHERE})"
)
_TEXTS = etree.XPath(".//text()[normalize-space()]")


def add_explanations(
    content: html.HtmlElement,
    glossary: Glossary,
    terms: Mapping[str, Term],
    audiences: Sequence[str],
    render: RenderTerm,
) -> bool:
    """Explain terms where they first stand in the running text.

    Args:
        content: The page's content, filled in; it is changed where it is.
        glossary: All terms of the page's language.
        terms: What some of them mean.
        audiences: Whom the page is for.
        render: Renders a term with its explanation.

    Returns:
        Whether anything is explained.
    """
    texts = {name: text for name, term in terms.items() if (text := term.text_for(audiences))}
    # Terms, and what explains them, may stand over two lines.
    said = _in_one_line(content.text_content())
    small = said.lower()
    if not any(_in_one_line(form.lower()) in small for name in texts for form in glossary.forms.get(name, ())):
        return False
    open_terms = {
        name: text
        for name, text in texts.items()
        if not any(_in_one_line(words) in said for words in terms[name].unless)
    }
    number = 0
    for piece in _TEXTS(content):
        # Few texts have a term, so that is asked first.
        matches = [(name, match) for name, match in glossary.terms_in(piece) if name in open_terms]
        if not matches or not _IS_RUNNING_TEXT(_element_around(piece)):
            continue
        found = []
        done = 0
        for name, match in matches:
            if name not in open_terms or match.start() < done:
                continue
            number += 1
            before = _SPACE.split(piece[done : match.start()])[-1]
            after = _SPACE.split(piece[match.end() :], maxsplit=1)[0]
            done = match.end() + len(after)
            term = UsedTerm(number, match[0], before, after, open_terms.pop(name))
            found.append((match.start() - len(before), done, render(term)))
        # From the last to the first, so that the places of the others stay right.
        for start, end, markup in reversed(found):
            _put_in(piece, start, end, markup)
    return number > 0


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _element_around(piece: html.HtmlElement) -> html.HtmlElement:
    """The element that a text stands in."""
    return piece.getparent().getparent() if piece.is_tail else piece.getparent()


def _put_in(piece: html.HtmlElement, start: int, end: int, markup: str) -> None:
    """Put elements in the place of a part of a text; what was put behind it before stays where it is."""
    holder = piece.getparent()
    elements = html.fragments_fromstring(markup)
    if piece.is_tail:
        before, parent, index = holder.tail, holder.getparent(), holder.getparent().index(holder) + 1
        holder.tail = before[:start]
    else:
        before, parent, index = holder.text, holder, 0
        holder.text = before[:start]
    elements[-1].tail = before[end:]
    for offset, element in enumerate(elements):
        parent.insert(index + offset, element)
