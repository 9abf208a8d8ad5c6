"""Puts the other languages of a page into it, where a page may not ask for another: a filled form can change language
and be printed in two."""

from __future__ import annotations

from html import escape

from lxml import html


def has_form(page: html.HtmlElement) -> bool:
    """Whether something on a page is filled in."""
    return bool(page.xpath("boolean(//form[@data-form])"))


def other_languages(page: html.HtmlElement) -> dict[str, str]:
    """Give the addresses that the language switch of a page leads to, by language."""
    links = page.xpath('//*[@data-region="switch"]//a[@hreflang]')
    return {link.get("hreflang"): link.get("href") for link in links}


def page_as_template(page: str, language: str, address: str) -> str:
    """Give the parts of a page that differ from language to language.

    Args:
        page: The whole page.
        language: Its language.
        address: Its address, relative to the page that it goes into; links in it are relative to that.

    Returns:
        A `<template>` with every element that has a `data-region`; browsers neither show nor read it.
    """
    tree = html.document_fromstring(page)
    title = tree.xpath("string(//title)")
    regions = []
    for region in tree.xpath("//*[@data-region]"):
        for unneeded in region.xpath(".//noscript"):
            unneeded.drop_tree()
        regions.append(html.tostring(region, encoding="unicode", with_tail=False))
    attributes = {
        "data-page-language": language,
        "data-page-direction": tree.get("dir", "ltr"),
        "data-page-address": address,
        "data-page-title": title,
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<template {written}>{''.join(regions)}</template>"


def with_templates(page: str, templates: list[str]) -> str:
    """Give a page with templates at the end of its body."""
    before, end, after = page.rpartition("</body>")
    return "".join((before, *templates, end, after)) if end else page
