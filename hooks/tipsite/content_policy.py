"""The Content-Security-Policy of each page, made from what the page really holds, and what would break it.

Strict: scripts, styles, images and requests from the site itself only; inline scripts and styles by their hash; no
form target. What was tried: it works with Material's scripts and search worker, over http and from a file.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html

_FIXED = (
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
)
_HEAD = re.compile(r"<head>")
_LOADS = (
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("object", "data"),
    ("embed", "src"),
)
# Links that load nothing.
_HARMLESS_RELS = {"canonical", "prev", "next"}


@dataclass(frozen=True)
class InlineCode:
    """The hashes of what a page holds inline, as the policy writes them."""

    scripts: frozenset[str]
    styles: frozenset[str]


def inline_code(page: str) -> InlineCode:
    """Gives the hashes of a page's inline scripts and styles; data that no browser runs does not count."""
    tree = html.document_fromstring(page)
    scripts = [element for element in tree.iter("script") if not element.get("src") and _runs(element.get("type"))]
    return InlineCode(
        frozenset(_hash(element.text or "") for element in scripts),
        frozenset(_hash(element.text or "") for element in tree.iter("style")),
    )


def policy(codes: Iterable[InlineCode], *, for_header: bool = False) -> str:
    """Writes the policy that allows the inline code of these pages.

    Args:
        codes: The inline code of one page, or of all pages for a header that serves them all.
        for_header: Whether it goes into a header, which can also forbid framing; a page itself cannot.
    """
    found = list(codes)
    scripts = sorted({key for code in found for key in code.scripts})
    styles = sorted({key for code in found for key in code.styles})
    parts = [
        "default-src 'none'",
        " ".join(["script-src 'self'", *scripts]),
        " ".join(["style-src 'self'", *styles]),
        _FIXED,
    ]
    if for_header:
        parts.append("frame-ancestors 'none'")
    return "; ".join(parts)


def with_policy(page: str, written: str) -> str:
    """Puts the policy at the very start of a page's head, before anything that it is to govern."""
    meta = f'<head>\n    <meta http-equiv="Content-Security-Policy" content="{written}">'
    return _HEAD.sub(lambda _: meta, page, count=1)


def violations(page: str) -> list[str]:
    """Finds what a page holds that its own policy would block: each as a sentence."""
    tree = html.document_fromstring(page)
    found: list[str] = []
    for element in tree.iter("*"):
        for name, value in element.attrib.items():
            if name == "style":
                found.append(f"<{element.tag}> has an inline style: {value}")
            elif name.startswith("on"):
                found.append(f"<{element.tag}> has an inline handler: {name}")
            elif value.strip().lower().startswith("javascript:"):
                found.append(f"<{element.tag}> has an address that is a script: {value}")
    for tag, attribute in _LOADS:
        for element in tree.iter(tag):
            address = element.get(attribute) or ""
            if re.match(r"(?i)(?:[a-z][a-z0-9+.-]*:)?//", address) and element.get("rel") not in _HARMLESS_RELS:
                found.append(f"<{tag}> loads from another host: {address}")
    found += [f"<form> sends to an address: {form.get('action')}" for form in tree.iter("form") if form.get("action")]
    return found


def _runs(kind: str | None) -> bool:
    return kind is None or kind in ("", "module", "text/javascript", "application/javascript")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
