"""The pages that officers ask for: filled in from one file, honest while it is empty, and no help number is guessed."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from built_site import BuiltSite
from houvast.data.publisher import PARTS
from houvast.data.release import check_release, read_release
from houvast.data.ui_strings import load_words
from houvast.data.yaml_files import read_yaml
from project_root import ROOT
from small_project import SmallProject

PAGES = ("wie", "privacy", "toegankelijkheid", "beveiliging", "licentie", "wijzigingen")
FILLED = {
    "name": "Gemeente Ergens",
    "address": ["Kerkstraat 112", "1234 AB Ergens", "2500 Elders"],
    "email": "site@example.org",
    "phone": "14 024",
    "form": "https://www.example.org/contact",
    "website": "https://www.example.org",
    "host": "De Server BV",
    "keeps_logs": True,
    "logs_days": 7,
    "privacy_contact": "privacy@example.org",
    "supervisor": "De Toezichthouder",
    "status": "partial",
    "register": "https://www.example.org/a11y",
    "security_contact": "mailto:veilig@example.org",
    "security_key": "https://www.example.org/key.txt",
    "security_days": 3,
}
WORDS: dict[str, dict[str, str | None]] = {
    "nl": {"about": "Dit zijn wij, op 1234 AB.", "privacy": "Zo gaan wij ermee om.", "accessibility": "Op 27-11-2026."},
    "en": {
        "about": "This is who we are, at 1234 AB.",
        "privacy": "How we handle it.",
        "accessibility": "On 27-11-2026.",
    },
}
NO_WORDS: dict[str, dict[str, str | None]] = {language: dict.fromkeys(words) for language, words in WORDS.items()}
EVERY_PART = "\n\n".join(f"/// publisher\n    part: {part}\n///" for part in PARTS)


def fill_in(project: SmallProject, said: dict[str, object], words: dict[str, dict[str, str | None]]) -> None:
    """Write who publishes the project's site, and put all that pages can ask for on one of its pages."""
    project.write("data/publisher.yml", "".join(f"{name}: {json.dumps(value)}\n" for name, value in said.items()))
    for language, own in words.items():
        written = "".join(f"{name}: {json.dumps(value)}\n" for name, value in own.items())
        project.write(f"data/{language}/publisher.yml", written)
        path = f"docs/{language}/herkomst.md"
        project.write(path, (project.folder / path).read_text("utf-8") + f"\n{EVERY_PART}\n")


def page_of(project: SmallProject, language: str) -> str:
    root = {"nl": "", "en": "en/"}[language]
    return (project.site / f"{root}herkomst/index.html").read_text("utf-8").split("<article")[1].split("</article")[0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_that_officers_ask_for_stand_in_the_menu(site: BuiltSite, language: str) -> None:
    about = {"nl": "over/", "en": "en/about/"}[language]
    cards = site.tree(about).xpath('//nav[@class="section-pages"]//a/@href')
    titles = [site.tree(about).xpath(f'//nav[@class="section-pages"]//a[@href="{card}"]/text()')[0] for card in cards]
    wanted = [(ROOT / "docs" / language / f"over/{page}.md").read_text("utf-8") for page in PAGES]
    assert {re.findall(r"(?m)^title: (.+)$", text)[0] for text in wanted} <= set(titles)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_not_filled_in_is_said_so(small_project: SmallProject, language: str) -> None:
    fill_in(small_project, dict.fromkeys(FILLED), NO_WORDS)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    empty = load_words(small_project.folder / f"data/{language}/words.yml")["publisher"]["empty"]
    assert page_of(small_project, language).count(empty) == len(PARTS) - 1, "the version is never the publisher's"
    assert not (small_project.site / ".well-known").exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_the_law_asks_for_is_missed_where_only_the_rest_is_filled_in(
    small_project: SmallProject, language: str
) -> None:
    fill_in(small_project, FILLED | {"logs_days": None}, {own: WORDS[own] | {"privacy": None} for own in WORDS})
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    words = load_words(small_project.folder / f"data/{language}/words.yml")["publisher"]
    page = page_of(small_project, language)
    assert words["why_unknown"] in page
    assert words["logs_days_unknown"] in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_filled_in_is_on_the_pages_and_no_check_takes_it_for_help(
    small_project: SmallProject, language: str
) -> None:
    fill_in(small_project, FILLED, WORDS)
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    page = page_of(small_project, language)
    words = load_words(small_project.folder / f"data/{language}/words.yml")["publisher"]
    for name, value in FILLED.items():
        for part in value if isinstance(value, list) else [value]:
            shown = words["status"][part] if name == "status" else str(part)
            assert shown in page or part is True, name
    assert [text for text in WORDS[language].values() if str(text) not in page] == []
    assert {words[name] for name in ("empty", "why_unknown", "logs_days_unknown") if words[name] in page} == set()
    assert 'href="mailto:site@example.org"' in page
    # A line of an address stands as it is written in a language from right to left as well.
    assert [line for line in FILLED["address"] if f"<bdi>{line}</bdi>" not in page] == []
    assert 'href="tel:14024"' in page
    assert words["logs"] in page


def test_a_number_of_nobody_is_still_refused(small_project: SmallProject) -> None:
    fill_in(small_project, FILLED, {name: {**words, "about": "Bel 0800-9999."} for name, words in WORDS.items()})
    result = small_project.build()
    assert result.returncode != 0
    assert "data/nl/publisher.yml:1: the number 0800-9999 is not in data/helplines.yml in this form." in result.stderr


def test_a_part_that_is_not_there_is_said_with_its_line(small_project: SmallProject) -> None:
    path = "docs/nl/herkomst.md"
    text = (small_project.folder / path).read_text("utf-8") + "\n/// publisher\n    part: contacts\n///\n"
    small_project.write(path, text)
    result = small_project.build()
    assert result.returncode != 0
    line = text.count("\n", 0, text.index("    part: contacts")) + 1
    assert f"{path}:{line}: there is no part 'contacts'. Use one of: {', '.join(PARTS)}." in result.stderr


def test_security_txt_says_whom_to_write_to_and_until_when(small_project: SmallProject) -> None:
    fill_in(small_project, FILLED, WORDS)
    epoch = "1764288000"
    result = small_project.build(SITE_URL="https://example.org/", SOURCE_DATE_EPOCH=epoch)
    assert result.returncode == 0, result.stderr
    text = (small_project.site / ".well-known/security.txt").read_text("utf-8")
    fields = dict(line.split(": ", 1) for line in text.splitlines() if line)
    assert fields["Contact"] == FILLED["security_contact"]
    assert fields["Canonical"] == "https://example.org/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "nl, en"
    assert 0 < (date.fromisoformat(fields["Expires"][:10]) - date(2025, 11, 28)).days < 365
    fill_in(small_project, {**FILLED, "security_contact": None}, WORDS)
    assert small_project.build().returncode == 0
    assert not (small_project.site / ".well-known/security.txt").exists(), "an earlier build left it"


@pytest.mark.parametrize("path", ["", "safe/"])
def test_search_engines_find_every_page_also_below_a_path(small_project: SmallProject, path: str) -> None:
    address = f"https://example.org/{path}"
    result = small_project.build(SITE_URL=address)
    assert result.returncode == 0, result.stderr
    robots = (small_project.site / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {address}sitemap.xml" in robots.splitlines()
    assert f"Allow: /{path}" in robots.splitlines()
    places = re.findall(r"<loc>(.*?)</loc>", (small_project.site / "sitemap.xml").read_text("utf-8"))
    assert places
    missing = [
        place for place in places if not (small_project.site / place.removeprefix(address) / "index.html").exists()
    ]
    assert missing == []
    assert {place.startswith(address) for place in places} == {True}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_about_the_site_say_its_version_and_no_others_do(site: BuiltSite, language: str) -> None:
    release = read_release(ROOT / "CHANGELOG.md")
    assert release is not None
    said = [a for a in site.in_language(language) if f" {release.number} " in site.tree(a).xpath("string(//article)")]
    about = {"nl": "over/", "en": "en/about/"}[language]
    assert said == [address for address in site.in_language(language) if address.startswith(about)]
    page = (ROOT / "docs" / language / "over/wijzigingen.md").read_text("utf-8")
    assert f" {release.number} ({release.day:%d-%m-%Y})" in page, "tell readers what changed too"


def test_changes_since_the_newest_version_are_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("changes") / "CHANGELOG.md"
    file.write_text("# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-11-27\n\n- A\n", "utf-8")
    release = read_release(file)
    assert release is not None
    assert (release.number, release.day, release.has_more) == ("1.2.0", date(2026, 11, 27), False)
    file.write_text(file.read_text("utf-8").replace("Unreleased\n", "Unreleased\n\n- B\n"), "utf-8")
    release = read_release(file)
    assert release is not None
    assert release.has_more
    assert list(check_release(file)) == []


@pytest.mark.parametrize("heading", ["## 2026-11-27", "## 1.2 - 2026-11-27", "## 1.2.0 - 2026-13-27", "## 1.2.0"])
def test_a_heading_that_says_no_version_is_said_with_its_line(small_project: SmallProject, heading: str) -> None:
    small_project.write("CHANGELOG.md", f"# Changelog\n\n{heading}\n")
    (problem,) = check_release(small_project.folder / "CHANGELOG.md")
    assert str(problem).startswith("CHANGELOG.md:3: this heading says no version. Write a number and a day, as in ")


def test_the_file_comes_empty() -> None:
    said = [read_yaml((ROOT / path).read_text("utf-8")) for path in ("data/publisher.yml", "data/nl/publisher.yml")]
    assert [value for file in said for value in file.values() if value is not None] == []
