"""The whole site with two more languages that are made by machine: Polish has all of it, Arabic what is for readers."""

from __future__ import annotations

import posixpath
import shutil

import pytest
from built_site import BuiltSite
from forked_build import forked_build
from houvast.checks.translated import look_at
from houvast.data.languages import LanguageFacts, menu_of_part
from houvast.data.ui_strings import load_words
from project_root import ROOT
from pseudo_language import ARABIC, POLISH, add_pseudo_language
from site_languages import LANGUAGES, NAMES
from small_project import SmallProject

pytestmark = pytest.mark.build

PART = ["index.md", "thuis", "omgeving", "over/veilig-lezen.md"]
SWITCH = '//*[@data-region="switch"]//a/@hreflang'
# Of what is there in other languages only, their names stand behind the text.
ELSEWHERE = "//article//a[@hreflang and @lang]"


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site in these languages and in those that it has, built strictly."""
    project = tmp_path_factory.mktemp("more") / "project"
    project.mkdir()
    (project / "hooks").symlink_to(ROOT / "hooks")
    for name in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    add_pseudo_language(project, ARABIC, PART)
    # Words on pages for professionals alone.
    for name in ("sources.yml", "moulds.yml", "search-words.yml"):
        (project / "data/ar" / name).unlink()
    add_pseudo_language(project, POLISH)
    look_at(project / "mkdocs.yml")
    result = forked_build(project, project / "site", {"SITE_URL": ""})
    assert result.returncode == 0, result.stderr
    return BuiltSite(project / "site")


def pages_of(site: BuiltSite, folder: str) -> list[str]:
    """The addresses of the pages in a folder of the site."""
    return [address for address in site.addresses if address.startswith(folder)]


def test_each_language_has_the_pages_of_its_part(more: BuiltSite, site: BuiltSite) -> None:
    assert len(pages_of(more, "pl/")) == len(site.in_language("nl"))
    files = [path.relative_to(ROOT / "docs/nl").as_posix() for path in (ROOT / "docs/nl").rglob("*.md")]
    facts = LanguageFacts("ar", "ar", (), tuple(PART))
    assert len(pages_of(more, "ar/")) == sum(map(facts.has, files)) < len(files)


def test_the_switch_offers_the_languages_that_have_the_page(more: BuiltSite) -> None:
    assert {*more.tree("ar/").xpath(SWITCH)} == {*LANGUAGES, "pl"}
    assert {*more.tree("").xpath(SWITCH)} == {*LANGUAGES, "ar", "pl"} - {"nl"}
    assert {*more.tree("werk/openen/").xpath(SWITCH)} == {*LANGUAGES, "pl"} - {"nl"}


def test_menu_doors_and_links_lead_to_pages_that_are_there(more: BuiltSite) -> None:
    for address in pages_of(more, "ar/"):
        for link in more.tree(address).xpath("//a/@href"):
            path = posixpath.normpath(posixpath.join(address, link.partition("#")[0]))
            if ":" not in link and not link.startswith("#"):
                assert f"{path}/" in more.addresses or path == ".", (address, link)
    menu = more.tree("ar/").xpath('//*[@data-region="menu"]//a/@href')
    assert [link for link in menu if link.startswith("..")] == []


def test_what_is_there_in_other_languages_only_says_in_which(more: BuiltSite) -> None:
    links = [link for address in pages_of(more, "ar/") for link in more.tree(address).xpath(ELSEWHERE)]
    assert links
    known = {**NAMES}
    assert {(link.get("lang"), link.text) for link in links} == {*known.items()}
    assert not any(
        "elsewhere:" in (more.folder / address / "index.html").read_text("utf-8") for address in more.addresses
    )


def test_the_help_numbers_and_the_way_out_are_whole(more: BuiltSite) -> None:
    numbers = '//*[@data-region="footer"]//a[@class="phone"]/text()'
    using = '//a[@data-words="using"]/@href'
    for address in pages_of(more, "ar/"):
        assert more.tree(address).xpath(numbers) == more.tree("").xpath(numbers)
        assert len(more.tree(address).xpath(using)) == 1


def test_a_part_of_the_menu_without_pages_is_gone() -> None:
    menu = [
        "index.md",
        {"work": ["werk/index.md", {"lists": ["werk/a.md"]}]},
        {"home": ["thuis/index.md", "thuis/a.md"]},
    ]
    facts = LanguageFacts("ar", "ar", (), ("index.md", "thuis/index.md"))
    assert menu_of_part(menu, facts) == ["index.md", {"home": ["thuis/index.md"]}]
    assert menu_of_part(menu, LanguageFacts("pl", "pl", ())) == menu


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (
            "[vragen.md]",
            "the part of the site in this language does not have 'index.md', which every reader needs. Add",
        ),
        (
            "[index.md, thuiss]",
            "the part of the site in this language names 'thuiss', which is no page or folder. Name",
        ),
    ],
)
def test_a_part_has_what_every_reader_needs_and_names_what_is_there(
    small_project: SmallProject, part: str, says: str
) -> None:
    path = small_project.folder / "data/en/language.yml"
    path.write_text(f"{path.read_text('utf-8')}part: {part}\n", "utf-8")
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    assert f"data/en/language.yml:1: {says}" in result.stderr


def test_what_no_speaker_has_checked_says_so_and_is_listed(small_project: SmallProject) -> None:
    add_pseudo_language(small_project.folder, POLISH)
    path = small_project.folder / "data/pl/language.yml"
    path.write_text(f"{path.read_text('utf-8')}unchecked: [vragen.md]\n", "utf-8")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    words = load_words(small_project.folder / "data/pl/words.yml")["check"]["translation"]
    site = BuiltSite(small_project.site)
    assert [address for address in site.addresses if words in site.tree(address).text_content()] == ["pl/asking/"]
    said = "docs/pl/vragen.md:1: no speaker of the language has checked this page yet."
    assert f"INFO    -  {said} When one has, take it out of `unchecked` in data/pl/language.yml." in result.stderr


def test_inside_the_part_nothing_may_be_missing(small_project: SmallProject) -> None:
    add_pseudo_language(small_project.folder, ARABIC, ["index.md", "vragen.md", "lijst.md", "blad.md"])
    (small_project.folder / "docs/ar/blad.md").unlink()
    result = small_project.build()
    assert result.returncode != 0
    assert "docs/nl/blad.md:1: the page is there in 'nl' but not in 'ar'." in result.stderr
    assert "herkomst.md:1: the page is there" not in result.stderr


def test_a_part_without_words_for_the_search_is_built_and_the_build_says_what_that_means(
    small_project: SmallProject,
) -> None:
    add_pseudo_language(small_project.folder, ARABIC, ["index.md", "vragen.md", "herkomst.md"])
    (small_project.folder / "data/ar/search-words.yml").unlink()
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    said = "data/ar/search-words.yml:1: the search finds only words that pages have, and gives no help number to who"
    assert f"INFO    -  {said}" in result.stderr
    whole = small_project.folder / "data/ar/language.yml"
    whole.write_text(whole.read_text("utf-8").partition("part:")[0], "utf-8")
    result = small_project.build()
    assert result.returncode != 0
    assert "data/ar/search-words.yml:1: this data file is not there" in result.stderr
