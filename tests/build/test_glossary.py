"""A term of the field has one translation everywhere: where a text has it, its counterpart has it too.

Compared are pages, and within them tips and the parts of worksheets and modules, by data/glossary.yml.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml
from built_site import BuiltSite
from houvast.data.glossary import Glossary, form_pattern, load_glossary
from lxml import html
from page_text import passages, passages_within
from project_root import ROOT

GLOSSARY: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((ROOT / "data/glossary.yml").read_text("utf-8"))
TEXTS = '//section[@class="tip"] | //fieldset[@data-part]'


@cache
def glossary(language: str) -> Glossary:
    """The terms of a language."""
    return load_glossary(ROOT / "data/glossary.yml", language)


def terms_in(text: str, language: str) -> dict[str, str]:
    """The terms of a text, each as it first stands there."""
    terms: dict[str, str] = {}
    for name, match in glossary(language).terms_in(text):
        terms.setdefault(name, match[0])
    return terms


def sentence_around(text: str, word: str) -> str:
    """Where in a text a word stands, for a message to an editor."""
    at = text.find(word)
    return text[max(0, at - 60) : at + 80].replace("\n", " ")


def differences(where: str, texts: dict[str, str]) -> list[str]:
    """Which terms a text has in one language and its counterpart has not."""
    terms = {language: terms_in(text, language) for language, text in texts.items()}
    return [
        f'{where}: "{word}" ({language}) asks for "{GLOSSARY[name][other]["term"]}" ({other}), which is not there: '
        f"… {sentence_around(texts[language], word)} …"
        for language, other in (("nl", "en"), ("en", "nl"))
        for name, word in terms[language].items()
        if name not in terms[other]
    ]


def texts_of(tree: html.HtmlElement) -> dict[str, str]:
    """The text of a page (under an empty name), and of each tip and part on it."""
    within = {part.get("data-tip") or part.get("data-part"): part for part in tree.xpath(TEXTS)}
    language = tree.get("lang")
    return {
        "": "\n".join(passages(tree)),
        **{name: "\n".join(passages_within(part, language)) for name, part in within.items()},
    }


@cache
def pairs(site: BuiltSite) -> dict[str, dict[str, str]]:
    """Each text in both languages, by the Dutch address and the text's id."""
    paired: dict[str, dict[str, str]] = {}
    for address in site.in_language("nl"):
        (translation,) = site.tree(address).xpath('//div[@class="language-switch"]/a[@hreflang="en"]/@href')
        folder = (site.folder / address / translation).resolve()
        english = texts_of(site.tree(folder.relative_to(site.folder.resolve()).as_posix()))
        for name, text in texts_of(site.tree(address)).items():
            paired[f"/{address}#{name}".rstrip("#")] = {"nl": text, "en": english[name]}
    return paired


def test_a_term_without_its_translation_is_found() -> None:
    texts = {"nl": "Maak een veiligheidsplan.", "en": "Make a plan to stay safe."}
    (message,) = differences("/thuis/plan/", texts)
    assert '"veiligheidsplan" (nl) asks for "safety plan" (en)' in message
    assert differences("/", texts | {"en": "Make a Safety Plan."}) == []
    assert len(differences("/", {"nl": "Neem de tijd.", "en": "Take a time-out."})) == 1


def test_a_form_is_a_whole_word_and_the_longest_counts() -> None:
    assert terms_in("de buddyzorg", "nl") == {}
    assert terms_in("Save your answers", "en") == {}
    assert terms_in("De Meldcode, stap 1", "nl") == {"reporting-code": "Meldcode"}
    assert terms_in("professional secrecy", "en") == {"professional-secrecy": "professional secrecy"}


def test_each_term_has_its_forms_once() -> None:
    for language in ("nl", "en"):
        forms = [form.lower() for entry in GLOSSARY.values() for form in entry[language]["forms"]]
        assert len(forms) == len(set(forms))
        never = {form.lower() for entry in GLOSSARY.values() for form in entry[language].get("never", [])}
        assert not never & set(forms)


def test_nearly_every_term_is_found_on_a_page(site: BuiltSite) -> None:
    # The list is what authors go by; a term that no page has yet may stand in it.
    for language in ("nl", "en"):
        used = {name for texts in pairs(site).values() for name in terms_in(texts[language], language)}
        assert len(GLOSSARY.keys() - used) < 5, sorted(GLOSSARY.keys() - used)


def test_every_term_has_its_one_translation(site: BuiltSite) -> None:
    messages = [message for where, texts in pairs(site).items() for message in differences(where, texts)]
    if messages:
        pytest.fail("\n".join(messages), pytrace=False)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_uses_another_word_for_a_term(site: BuiltSite, language: str) -> None:
    messages = [
        f'{where}: say "{entry[language]["term"]}", not "{word}": … {sentence_around(texts[language], word)} …'
        for where, texts in pairs(site).items()
        for entry in GLOSSARY.values()
        for word in set(form_pattern(entry[language].get("never", [])).findall(texts[language]))
    ]
    if messages:
        pytest.fail("\n".join(messages), pytrace=False)
