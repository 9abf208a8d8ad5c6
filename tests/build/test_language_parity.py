"""The languages say the same: tips, items, forms and links, read from the built pages."""

from __future__ import annotations

import posixpath
import re

import pytest
from built_site import BuiltSite
from lxml import html
from site_languages import FIRST, LANGUAGES, WHOLE

TIPS = '//section[@class="tip"]'
# A language with a part of the site has not all of this.
OTHERS = [language for language in WHOLE if language != FIRST]


def facts(tip: html.HtmlElement) -> tuple[object, ...]:
    """What has to be the same in every language."""
    return (
        tip.get("data-audience"),
        tip.get("data-sources"),
        [(entry.get("data-item"), entry.get("data-kind")) for entry in tip.xpath(".//li[@data-item]")],
        len(tip.xpath('.//div[contains(@class, "warning")]')),
        len(tip.xpath(".//blockquote")),
        sorted(link.get("href").rpartition("#")[2] for link in tip.xpath('.//a[contains(@href, "#")]')),
    )


@pytest.mark.parametrize("language", OTHERS)
def test_every_tip_is_there_with_the_same_facts(site: BuiltSite, language: str) -> None:
    first, other = ({tip.get("data-tip"): facts(tip) for tip in site.find(lang, TIPS)} for lang in (FIRST, language))
    assert len(first) > 100
    assert first == other


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_has_as_many_links_to_the_same_pages(site: BuiltSite, language: str) -> None:
    translation = {
        address: posixpath.normpath(posixpath.join(address, link.get("href")))
        for address in site.in_language(FIRST)
        for link in site.tree(address).xpath(f'//div[@class="language-switch"]/a[@hreflang="{language}"]')
    }

    def links(address: str) -> list[str]:
        found = site.tree(address).xpath('//article//a[@href and not(starts-with(@href, "#"))]/@href')
        inner = [link.partition("#")[0] for link in found if not re.match(r"[a-z]+:", link)]
        return sorted(posixpath.normpath(posixpath.join(address, link)) for link in inner)

    for address in site.in_language(FIRST):
        if "bijdragen" in address:
            continue
        translated = sorted(translation.get("" if link == "." else f"{link}/", link) for link in links(address))
        other = translation[address]
        assert translated == links("" if other == "." else f"{other}/"), address


@pytest.mark.parametrize("language", OTHERS)
def test_every_form_has_the_same_name_and_fields(site: BuiltSite, language: str) -> None:
    def forms(in_language: str) -> dict[str, list[str]]:
        # Sorted: a sentence has its blanks in the order of its language. The training is one form on several pages.
        names: dict[str, list[str]] = {}
        for form in site.find(in_language, "//form[@data-form]"):
            names.setdefault(form.get("data-form"), []).extend(form.xpath(".//@name"))
        return {form: sorted(found) for form, found in names.items()}

    assert forms(FIRST) == forms(language)
    assert forms(FIRST)


def worksheet_facts(form: html.HtmlElement) -> list[tuple[object, ...]]:
    """What has to be the same in every language: part by part, and in it field by field."""
    return [
        (
            dict(part.attrib),
            [
                (
                    field.get("data-field"),
                    field.get("data-kind"),
                    sorted((entry.get("name"), entry.get("value", "")) for entry in field.xpath(".//*[@name]")),
                    field.xpath(".//*[@data-drawing]/@class"),
                    field.xpath(".//thead//*/@data-label"),
                )
                for field in part.xpath(".//*[@data-field]")
            ],
            len(part.xpath('.//div[contains(@class, "warning")]')),
            # By these labels a form is printed in two languages.
            sorted(part.xpath(".//@data-label")),
        )
        for part in form.xpath(".//fieldset[@data-part]")
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_worksheet_has_the_same_parts_fields_sources_and_warnings(site: BuiltSite, language: str) -> None:
    first, other = (
        {form.get("data-form"): worksheet_facts(form) for form in site.find(of, "//form[.//@data-part]")}
        for of in (FIRST, language)
    )
    assert first
    assert sum(len(parts) for parts in first.values()) > 100
    assert first.keys() == other.keys()
    for name, parts in first.items():
        assert parts == other[name], name


def test_no_two_tips_of_a_language_share_an_id(site: BuiltSite) -> None:
    for language in LANGUAGES:
        ids = [tip.get("data-tip") for tip in site.find(language, TIPS)]
        assert len(ids) == len(set(ids))
