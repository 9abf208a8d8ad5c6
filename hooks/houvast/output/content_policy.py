"""The Content-Security-Policy of each page, made from what the page really holds, and what would break it.

Strict: scripts, styles, images and requests from the site itself only; inline scripts and styles by their hash; no
form target, no worker. What was tried: it works over http and from a file.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree, html

_FIXED = "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'"
# Where a page's head begins: from the very start, over remarks, whatever its attributes and however it is written.
_REMARKS = r"(?:\s|<!--.*?-->)*+"
_ATTRIBUTES = r"""(?:\s(?:[^>"']|"[^"]*"|'[^']*')*+)?"""
_HEAD = re.compile(
    rf"\ufeff?{_REMARKS}<!doctype\b[^>]*>{_REMARKS}<html{_ATTRIBUTES}>{_REMARKS}<head{_ATTRIBUTES}>",
    re.IGNORECASE | re.DOTALL,
)
# Attributes that may be code; what has a colon may be an address of a script.
_SUSPECT = etree.XPath("//@*[name() = 'style' or starts-with(name(), 'on') or contains(., ':')]")
_LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
    "embed": "src",
}
_SCRIPTS = "script-src 'self'"
_POLICY_MARK = '<meta http-equiv="Content-Security-Policy"'
_OTHER_HOST = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*:)?//")
# Links that load nothing.
_HARMLESS_RELS = {"canonical", "prev", "next"}


@dataclass(frozen=True)
class InlineCode:
    """The hashes of what a page holds inline, as the policy writes them."""

    scripts: frozenset[str]
    styles: frozenset[str]


def inline_code(page: html.HtmlElement) -> InlineCode:
    """Give the hashes of a page's inline scripts and styles; data that no browser runs does not count."""
    scripts = [element for element in page.iter("script") if not element.get("src") and _runs(element.get("type"))]
    return InlineCode(
        frozenset(_hash(element.text or "") for element in scripts),
        frozenset(_hash(element.text or "") for element in page.iter("style")),
    )


def policy(codes: Iterable[InlineCode], *, for_header: bool = False) -> str:
    """Write the policy that allows the inline code of these pages.

    Args:
        codes: The inline code of one page, or of all pages for a header that serves them all.
        for_header: Whether it goes into a header, which can also forbid framing; a page itself cannot.
    """
    found = list(codes)
    scripts = sorted({key for code in found for key in code.scripts})
    styles = sorted({key for code in found for key in code.styles})
    parts = [
        "default-src 'none'",
        " ".join([_SCRIPTS, *scripts]),
        " ".join(["style-src 'self'", *styles]),
        _FIXED,
    ]
    if for_header:
        parts.append("frame-ancestors 'none'")
    return "; ".join(parts)


def with_policy(page: str, written: str) -> str | None:
    """Put the policy at the very start of a page's head, before anything that it is to govern.

    Returns:
        The page; None where it has no head at its start, so that it would be without its policy.
    """
    if (head := _HEAD.match(page)) is None:
        return None
    return f'{head[0]}\n    {_POLICY_MARK} content="{written}">{page[head.end() :]}'


def with_allowed_script(page: str, script: str) -> str:
    """Let the policy of a page allow one more inline script, to the letter.

    Args:
        page: A page that begins with its policy; any other stays as it is.
        script: What stands between the tags of the script.
    """
    if not has_policy(page):
        return page
    return page.replace(_SCRIPTS, f"{_SCRIPTS} {_hash(script)}", 1)


def has_policy(page: str) -> bool:
    """Whether a finished page begins with its policy."""
    head = _HEAD.match(page)
    return head is not None and page[head.end() :].lstrip().startswith(_POLICY_MARK)


def violations(page: html.HtmlElement) -> list[str]:
    """Find what a page holds that its own policy would block: each as a sentence."""
    found: list[str] = []
    for value in _SUSPECT(page):
        name, tag = value.attrname, value.getparent().tag
        if name == "style":
            found.append(f"<{tag}> has an inline style: {value}")
        elif name.startswith("on"):
            found.append(f"<{tag}> has an inline handler: {name}")
        elif value.strip().lower().startswith("javascript:"):
            found.append(f"<{tag}> has an address that is a script: {value}")
    for element in page.iter(*_LOADS):
        address = element.get(_LOADS[element.tag]) or ""
        if _OTHER_HOST.match(address) and element.get("rel") not in _HARMLESS_RELS:
            found.append(f"<{element.tag}> loads from another host: {address}")
    found += [f"<form> sends to an address: {form.get('action')}" for form in page.iter("form") if form.get("action")]
    return found


def _runs(kind: str | None) -> bool:
    return kind is None or kind in ("", "module", "text/javascript", "application/javascript")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
