"""`make site` and the files for publishers: below any path, in a container, and for hosts that build the site."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import BuiltSite
from nginx_server import nginx_server
from playwright.sync_api import Page, expect
from project_root import ROOT
from site_languages import WHOLE
from site_server import SiteServer

FILES = ROOT / "overrides/servers"
CONTAINERFILE = (FILES / "Containerfile").read_text("utf-8")
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
BELOW = "/some/folder"


def workflow(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FILES / name).read_text("utf-8"))
    return loaded


def made(command: str) -> list[str]:
    """The targets of make that a command asks for."""
    words = shlex.split(command)
    return [word for word in words[1:] if "=" not in word] if words[0] == "make" else []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the container builds from, after its first stage: the files that it copies, and what `make site` made."""
    project = tmp_path_factory.mktemp("container") / "project"
    project.mkdir()
    first_stage = CONTAINERFILE.split("FROM ")[1]
    for line in re.findall(r"(?m)^COPY (.+)$", first_stage):
        *sources, target = line.split()
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, project / target)
            else:
                shutil.copy2(ROOT / source, project / target)
    (command,) = re.findall(r"(?m)^RUN (.+)$", first_stage)
    # What is installed here already is not installed again.
    (project / ".venv").symlink_to(sys.prefix)
    result = subprocess.run(
        [*shlex.split(command), "--assume-old=.venv/site-installed"],
        cwd=project,
        env={**os.environ, "SITE_URL": f"https://example.org{BELOW}/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return project


def test_make_site_makes_the_folder_and_the_zip(project: Path, site: BuiltSite) -> None:
    assert BuiltSite(project / "site").addresses == site.addresses
    with zipfile.ZipFile(project / "site.zip") as archive:
        assert {f"site/{address}index.html" for address in site.addresses} <= set(archive.namelist())


@pytest.mark.parametrize("below", [BELOW, "/intranet/our%20team/~tips"], ids=["its own path", "a path not told"])
def test_the_site_works_below_any_path(page: Page, project: Path, site: BuiltSite, below: str) -> None:
    folder = project / "site" if below == BELOW else site.folder
    failed: list[str] = []
    said: list[str] = []
    with SiteServer(folder, below) as running:
        page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        page.on("console", lambda message: said.append(message.text))
        page.goto(running.url)
        page.locator("article a[href*='voor-je-belt']").first.click()
        page.locator("[data-item] input").first.check()
        expect(page.locator("[data-progress]")).to_have_text(re.compile(r"^1 van"))
        page.locator(".language-switch a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile("call", re.IGNORECASE))
        expect(page.locator("[data-item] input").first).to_be_checked()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{running.url}en/work/")
        page.locator(".md-search__input").press_sequentially("buddies")
        page.locator(f'.search-results__list a[href="{running.url}en/work/network/#buddies"]').click()
        expect(page.locator("#buddies")).to_be_in_viewport()
    assert failed == []
    assert said == []


def test_the_page_not_found_leads_back_to_a_site_below_a_path(page: Page, project: Path) -> None:
    with SiteServer(project / "site", BELOW) as running:
        page.goto(f"{running.url}en/nothing/here/")
        page.locator("section[lang=en] a:not([data-leave])").first.click()
        page.wait_for_url(f"{running.url}en/")


@pytest.fixture(scope="module")
def container(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site behind nginx as the container's second stage sets it up."""
    (settings,) = re.findall(r"(?m)^COPY --from=build /project/(\S+) /etc/nginx/conf.d/default.conf$", CONTAINERFILE)
    (built,) = re.findall(r"(?m)^COPY --from=build /project/(\S+) /usr/share/nginx/html$", CONTAINERFILE)
    folder = tmp_path_factory.mktemp("nginx")
    with nginx_server(project / built, (project / settings).read_text("utf-8"), folder) as address:
        yield f"{address}{BELOW[1:]}/"


def test_the_containers_nginx_serves_the_site(page: Page, container: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    answer = page.goto(f"{container}werk/lijsten/zes-vragen/")
    assert answer is not None
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["server"] == "nginx", "which version is nobody's business"
    page.locator("[data-item] input").first.check()
    page.locator(".md-search__input").press_sequentially("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    assert said == []
    missing = page.request.get(f"{container}nothing/here/")
    assert (missing.status, 'lang="en"' in missing.text()) == (404, True)


def test_the_container_redirects_to_where_the_reader_came_from(page: Page, container: str) -> None:
    # A proxy in front has another host and port than nginx knows.
    answer = page.request.get(f"{container}werk", max_redirects=0)
    assert (answer.status, answer.headers["location"]) == (301, f"{BELOW}/werk/")


def test_github_builds_with_make_and_publishes_the_folder() -> None:
    jobs = workflow("github-pages.yml")["jobs"]
    steps = jobs["build"]["steps"]
    assert [target for step in steps if "run" in step for target in made(step["run"])] == ["site"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"] == {"path": "site", "include-hidden-files": True}
    (build,) = [step for step in steps if "run" in step]
    (pages,) = [step for step in steps if "configure-pages" in step.get("uses", "")]
    assert build["env"]["SITE_URL"] == f"${{{{ steps.{pages['id']}.outputs.base_url }}}}"
    # Only the job that publishes may write, and it runs nothing of the project's.
    assert [name for name, job in jobs.items() if "write" in job["permissions"].values()] == ["deploy"]
    assert [step for step in jobs["deploy"]["steps"] if "run" in step] == []


def test_gitlab_builds_with_make_and_publishes_the_folder() -> None:
    job = workflow("gitlab-pages.yml")["pages"]
    assert [target for command in job["script"] for target in made(command)] == ["site"]
    assert job["script"][-1] == "mv site public"
    assert job["artifacts"]["paths"] == ["public"]
    assert job["variables"] == {"SITE_URL": "$CI_PAGES_URL"}


@pytest.mark.parametrize("language", WHOLE)
def test_the_page_for_publishers_names_what_is_there(language: str) -> None:
    text = (ROOT / "docs" / language / "over/publiceren.md").read_text("utf-8")
    named = set(re.findall(r"overrides/servers/[\w.-]+", text))
    assert named == {f"overrides/servers/{name}" for name in ("github-pages.yml", "gitlab-pages.yml", "Containerfile")}
    assert all((ROOT / path).is_file() for path in named)
    assert set(re.findall(r"\bmake ([a-z]+)", text)) == {"site", "packages", "pdf", "test"} <= TARGETS


def test_the_files_for_publishers_are_not_published_themselves(site: BuiltSite) -> None:
    published = {path.name for path in site.folder.rglob("*")}
    assert published & {"servers", *(path.name for path in FILES.iterdir())} == set()


def test_make_site_lists_every_package_that_builds_the_site(project: Path) -> None:
    listed = json.loads((project / "sbom.cdx.json").read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    wanted = re.findall(r"(?m)^([\w.-]+)==([^ ;\\\n]+)", (ROOT / "requirements.txt").read_text("utf-8"))
    assert wanted
    found = {(part["name"], part["version"]) for part in listed["components"]}
    assert [package for package in wanted if package not in found] == []
    # Whoever compares two builds sees what really changed.
    assert "timestamp" not in listed.get("metadata", {})


def test_make_site_writes_the_rules_for_servers_beside_the_site(project: Path) -> None:
    rules = {path.name: path.read_text("utf-8") for path in (project / "servers").iterdir()}
    assert sorted(rules) == ["Caddyfile", "container.conf", "nginx.conf"]
    assert [name for name, text in rules.items() if f'"{BELOW}/' not in text] == []
