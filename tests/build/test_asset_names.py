"""What a page loads has the hash of its contents in its name; no file has that nothing loads."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.output.asset_names import AssetError, name_assets, unnamed_files
from small_project import SmallProject

# What a page loads itself, and what its scripts load later.
LOADED = (
    "//link[@rel='stylesheet']/@href | //script/@src | //img/@src | //body/@*[contains(name(), '-script')]"
    " | //form/@data-index-script"
)
# A path of a script or stylesheet in another.
NAMED = re.compile(r"[\"'`/(]([\w-]+(?:\.[\w-]+)*\.(?:js|css))[\"'`)]")

# What the site offers beside its pages.
BESIDE_PAGES = [
    "assets/form-answers-1.schema.json",
    "assets/notices.txt",
    "assets/tips-1.schema.json",
    "assets/tips.json",
]


def digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:8]


def wrongly_named(site: Path, paths: set[str]) -> list[str]:
    """Those of the paths that do not carry the hash of what is in the file."""
    return sorted(path for path in paths if path.split(".")[-2] != digest((site / path).read_bytes()))


def loaded_by_pages(site: BuiltSite) -> set[str]:
    addresses = {(address, str(link)) for address in site.addresses for link in site.tree(address).xpath(LOADED)}
    return {posixpath.normpath(posixpath.join(address, link)) for address, link in addresses}


def named_in(site: Path, paths: set[str]) -> set[str]:
    """The files in `assets` that these files name, and those that they name."""
    names = {name for path in paths for name in NAMED.findall((site / path).read_text("utf-8"))}
    found = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*") if file.name in names}
    return found | named_in(site, found - paths) if found - paths else found


def test_every_file_that_is_loaded_carries_the_hash_of_what_is_in_it(site: BuiltSite) -> None:
    by_pages = loaded_by_pages(site)
    assert {site.asset(f"{name}.{kind}") for name in ("forms", "training") for kind in ("js", "css")} <= by_pages
    assert wrongly_named(site.folder, by_pages) == []
    later = named_in(site.folder, by_pages)
    assert site.asset("search.css") in later
    assert {"search-nl", "search-en"} <= {Path(path).name.partition(".")[0] for path in by_pages}
    assert wrongly_named(site.folder, later) == []


def test_nothing_is_there_that_no_page_loads(site: BuiltSite) -> None:
    loaded = loaded_by_pages(site)
    files = {file.relative_to(site.folder).as_posix() for file in (site.folder / "assets").rglob("*") if file.is_file()}
    # Its address is a promise to programs that read files of this site.
    assert files - loaded - named_in(site.folder, loaded) == set(BESIDE_PAGES)
    assert unnamed_files(site.folder) == BESIDE_PAGES


def test_all_pages_are_of_one_build(site: BuiltSite) -> None:
    marks = {str(site.tree(address).xpath("string(//body/@data-build)")) for address in site.addresses}
    assert len(marks) == 1
    assert re.fullmatch("[0-9a-f]{8}", marks.pop())


def names_of(project: SmallProject) -> dict[str, str]:
    """The files in `assets` of a project's site, by their names without a hash, and the mark of the build."""
    result = project.build()
    assert result.returncode == 0, result.stderr
    files = (project.site / "assets").rglob("*.*")
    mark = str(BuiltSite(project.site).tree("").xpath("string(//body/@data-build)"))
    return {"build": mark, **{re.sub(r"\.[0-9a-f]{8}(?=\.\w+$)", "", file.name): file.name for file in files}}


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_what_changes_gets_another_name_and_all_else_keeps_its_own(small_project: SmallProject) -> None:
    before = names_of(small_project)
    assert differing(before, names_of(small_project)) == set(), "the same sources give the same names"
    small_project.change("overrides/scripts/fields/tick-field.js", '"TickField"', '"TickedField"')
    script = names_of(small_project)
    assert differing(before, script) == {"forms.js", "build"}
    # The script names it, so that has another content too.
    small_project.change("overrides/styles/components/search.css", ".search-results {", ".search-results { top: 0;")
    assert differing(script, names_of(small_project)) == {"search.css", "search.js", "build"}


def test_a_page_of_which_a_field_is_gone_is_of_another_build(small_project: SmallProject) -> None:
    before = names_of(small_project)
    for language in ("nl", "en"):
        small_project.change(f"docs/{language}/index.md", "# ", "# Also: ")
    assert differing(before, names_of(small_project)) == set(), "a text more or less loses no answer"
    for language, label in (("nl", "Wie vult dit in?"), ("en", "Who fills this in?")):
        small_project.change(f"docs/{language}/blad.md", f"- [line] who | {label}\n", "")
    small_project.change("data/form-names.yml", "      - before/who\n", "")
    assert differing(before, names_of(small_project)) == {"build"}


def test_a_picture_of_an_author_gets_its_name_too_and_a_document_keeps_its_own(small_project: SmallProject) -> None:
    picture = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    small_project.write("docs/assets/a house.svg", picture)
    small_project.write("docs/assets/poster.pdf", "%PDF-1.7")
    links = "![Een huis](<../assets/a house.svg>) [Een huis](<../assets/a house.svg>) [Poster](../assets/poster.pdf)"
    small_project.change("docs/nl/index.md", "# Begin\n", f"# Begin\n\n{links}\n")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    name = f"a%20house.{digest(picture.encode())}.svg"
    page = BuiltSite(small_project.site).tree("")
    assert page.xpath("//article//img/@src") == [f"assets/{name}"]
    assert page.xpath("//article//p/a/@href") == [f"assets/{name}", "assets/poster.pdf"]
    assert (small_project.site / "assets" / name.replace("%20", " ")).read_text("utf-8") == picture
    assert not (small_project.site / "assets/a house.svg").exists()


@pytest.fixture
def made_up(tmp_path: Path) -> Iterator[Path]:
    """A site with a page that loads a stylesheet with a picture in it."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text('<link href="assets/a.css"><body data-build="">', "utf-8")
    (tmp_path / "assets/a.css").write_text("p{background:url(a.svg#b)}", "utf-8")
    (tmp_path / "assets/a.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "assets/b.css").write_text("b{top:0}", "utf-8")
    return tmp_path


def test_a_file_names_others_by_their_new_names(made_up: Path) -> None:
    name_assets(made_up, lambda path: False)
    picture = f"a.{digest(b'<svg/>')}.svg"
    style = f"p{{background:url({picture}#b)}}"
    assert sorted(path.name for path in (made_up / "assets").iterdir()) == sorted(
        [picture, f"a.{digest(style.encode())}.css"]
    )
    assert (made_up / f"assets/a.{digest(style.encode())}.css").read_text("utf-8") == style


def test_a_name_that_is_not_that_of_the_contents_is_noticed(made_up: Path) -> None:
    name_assets(made_up, lambda path: False)
    paths = {path.relative_to(made_up).as_posix() for path in (made_up / "assets").iterdir()}
    assert wrongly_named(made_up, paths) == []
    (style,) = (path for path in paths if path.endswith(".css"))
    (made_up / style).write_text("p{top:0}", "utf-8")
    assert wrongly_named(made_up, paths) == [style]


def test_files_that_name_each_other_cannot_be_named(made_up: Path) -> None:
    (made_up / "assets/a.css").write_text("p{background:url(a.css)}", "utf-8")
    with pytest.raises(AssetError, match=r"assets/a\.css names itself"):
        name_assets(made_up, lambda path: False)
