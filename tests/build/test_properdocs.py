"""ProperDocs, which goes on where MkDocs stops: the same site from the same sources, and the same mistakes seen."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from built_site import BuiltSite
from project_root import ROOT
from small_project import SmallProject


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site; of a file that is packed what is in it, since the packing has the time in it."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {name: gzip.decompress(held) if name.endswith(".gz") else held for name, held in files.items()}


def differing_files(one: Path, other: Path) -> list[str]:
    """The files that only one of two sites has, or that are not the same byte for byte."""
    here, there = contents(one), contents(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every installed package but MkDocs, as if that could no longer be had."""
    folder = tmp_path_factory.mktemp("packages")
    for installed in {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}:
        for package in installed.iterdir():
            if package.name != "mkdocs" and not package.name.startswith("mkdocs-1."):
                (folder / package.name).symlink_to(package)
    return folder


def run_without_mkdocs(packages: Path, *module: str) -> subprocess.CompletedProcess[str]:
    # Without -S, Python would add the folder that has MkDocs in it.
    return subprocess.run(
        [sys.executable, "-S", "-m", *module],
        env={**os.environ, "PYTHONPATH": str(packages)},
        capture_output=True,
        text=True,
        check=False,
    )


def properdocs_build(packages: Path, project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Run a real strict build, as `make site GENERATOR=properdocs` does."""
    options = ["--strict", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    return run_without_mkdocs(packages, "properdocs", "build", *options)


@pytest.mark.build
def test_mkdocs_is_out_of_reach(packages: Path) -> None:
    assert "No module named mkdocs" in run_without_mkdocs(packages, "mkdocs", "--version").stderr


def test_properdocs_builds_the_same_site(packages: Path, site: BuiltSite, tmp_path: Path) -> None:
    result = properdocs_build(packages, ROOT, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert len(BuiltSite(tmp_path / "site").addresses) == len(site.addresses)
    assert differing_files(tmp_path / "site", site.folder) == []


def test_properdocs_stops_at_a_mistake_as_mkdocs_does(packages: Path, small_project: SmallProject) -> None:
    small_project.keep_first_language()
    small_project.change("docs/nl/vragen.md", "sources: [a-source/01]", "sources: [a-source/99]")
    small_project.change("docs/nl/lijst.md", "title: Lijst", "title: Misbruik")

    def complaints(result: subprocess.CompletedProcess[str]) -> list[str]:
        assert result.returncode == 1, result.stderr
        printed = (result.stderr + result.stdout).splitlines()
        said = [line for line in printed if line.startswith(("WARNING", "Aborted"))]
        # The one thing that is said of MkDocs itself: static-i18n looks in it for the languages of the search.
        return [line for line in said if "from mkdocs distribution" not in line]

    by_mkdocs = complaints(small_project.build())
    assert {line.partition(" ")[0] for line in by_mkdocs} == {"WARNING", "Aborted"}
    assert complaints(properdocs_build(packages, small_project.folder, small_project.site)) == by_mkdocs


def test_a_page_that_is_not_the_same_is_found(tmp_path: Path) -> None:
    for name, page in (("one", b"<p>Page</p>"), ("other", b"<p>Pagina</p>")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "index.html").write_bytes(page)
        (folder / "same.css").write_bytes(b"")
        (folder / f"only-in-{name}.html").write_bytes(b"")
        # Packed at another time, with the same in it.
        (folder / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>", mtime=len(name)))
    assert differing_files(tmp_path / "one", tmp_path / "other") == [
        "index.html",
        "only-in-one.html",
        "only-in-other.html",
    ]


@pytest.mark.build
@pytest.mark.parametrize("target", ["site", "serve"])
def test_make_builds_with_the_generator_that_is_named(target: str) -> None:
    for chosen, command in (((), "mkdocs"), (("GENERATOR=properdocs",), "properdocs")):
        printed = subprocess.run(
            ["make", "--dry-run", target, *chosen], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        assert f".venv/bin/{command} {'build' if target == 'site' else 'serve'} " in printed
