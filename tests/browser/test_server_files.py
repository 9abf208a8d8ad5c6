"""The rules for servers that `make site` writes beside the site, each in its own server, at its root and below."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from built_site import BuiltSite
from caddy_server import caddy_server
from houvast.data.site_address import check_address
from houvast.output.server_files import RULES, write_server_files
from nginx_server import nginx_server, server_block
from playwright.sync_api import Page, expect
from project_root import ROOT

FOR_EVER = "public, max-age=31536000, immutable"
KINDS = {"css": "text/css", "js": "javascript", "json": "application/json"}
PATHS = ["/", "/safe/", "/our team/~tips/"]
IMPOSSIBLE = [
    "example.org",
    "https://",
    "https://example.org/a b/",
    'https://example.org/a"/',
    "https://example.org/$x/",
    "https://example.org/%22/",
]


@dataclass(frozen=True)
class Served:
    """A site behind a server: the server's address, the site's path on it, and what the server logs."""

    server: str
    path: str
    log: Path

    @property
    def url(self) -> str:
        return self.server + quote(self.path[1:])


@pytest.fixture(scope="module", params=[(name, path) for name in ("nginx", "Caddy") for path in PATHS], ids=str)
def served(
    request: pytest.FixtureRequest, site: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The site behind each server, as the files say at their top."""
    name, path = request.param
    folder = tmp_path_factory.mktemp("server")
    write_server_files(site.folder, folder / "servers", ROOT / "overrides/servers", f"https://example.org{quote(path)}")
    if name == "nginx":
        block = server_block(folder / "servers/nginx.conf")
        with nginx_server(site.folder, block, folder, path) as address:
            yield Served(address, path, folder / "access.log")
    else:
        with caddy_server(site.folder, folder / "servers/Caddyfile", folder, path) as address:
            yield Served(address, path, folder / "access.log")


def answer(address: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers in small letters and what a server answers; no redirect is followed."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", parts.path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    body = response.read()
    connection.close()
    return response.status, headers, gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body


def promised(site: BuiltSite) -> dict[str, str]:
    """The headers for every page, as the file for hosts has them."""
    every_page = (site.folder / "_headers").read_text("utf-8").split("/*\n")[1].split("\n/")[0]
    return {name.lower(): value for name, value in re.findall(r"(?m)^  ([A-Z][\w-]+): (.+)$", every_page)}


@pytest.mark.parametrize("path", ["", "en/work/", "nothing/here/", "_headers"])
def test_every_page_has_the_headers_that_protect_its_reader(served: Served, site: BuiltSite, path: str) -> None:
    _, headers, _ = answer(served.url + path)
    wanted = promised(site)
    assert {"content-security-policy", "referrer-policy", "x-content-type-options", "cache-control"} <= wanted.keys()
    assert {name: headers.get(name) for name in wanted} == wanted


def test_what_has_a_hash_in_its_name_is_kept_for_ever_and_nothing_else(served: Served, site: BuiltSite) -> None:
    paths = [path.relative_to(site.folder).as_posix() for path in (site.folder / "assets").rglob("*") if path.is_file()]
    named = {path for path in paths if re.search(r"\.[0-9a-f]{8}\.\w+$", path)}
    assert named
    answers = {path: answer(served.url + path) for path in paths}
    assert {status for status, _, _ in answers.values()} == {200}
    assert {path for path, (_, headers, _) in answers.items() if headers["cache-control"] == FOR_EVER} == named
    others = {headers["cache-control"] for path, (_, headers, _) in answers.items() if path not in named}
    assert others == {"no-store"}
    # Browsers are told not to guess what a file is, so it has to be said.
    assert [path for path in named if KINDS[path.rpartition(".")[2]] not in answers[path][1]["content-type"]] == []


@pytest.mark.parametrize("path", ["nothing/here/", "_headers", "assets/", "assets/site.0a1b2c3d.js"])
def test_what_is_not_there_for_readers_gives_the_page_not_found(served: Served, site: BuiltSite, path: str) -> None:
    status, headers, body = answer(served.url + path)
    assert (status, body) == (404, (site.folder / "404.html").read_bytes())
    assert headers["cache-control"] == "no-store"


def test_pages_scripts_and_styles_are_sent_small(served: Served, site: BuiltSite) -> None:
    for path in ("", "en/work/", site.asset("site.js"), site.asset("site.css"), site.asset("search.js")):
        _, headers, body = answer(served.url + path)
        assert headers.get("content-encoding") == "gzip", path
        assert body == (site.folder / (path if "." in path else f"{path}index.html")).read_bytes()


@pytest.mark.parametrize("path", ["", "en/work"])
def test_an_address_without_its_slash_leads_to_the_page(page: Page, served: Served, path: str) -> None:
    address = (served.url + path).rstrip("/")
    status, headers, _ = answer(address)
    if urlsplit(address).path:
        assert status in (301, 308)
        # A proxy in front has another host and port than the server knows.
        assert headers["location"].startswith("/"), "the server names itself"
    page.goto(address)
    assert page.url == f"{address}/"


def test_nothing_is_written_down_of_who_reads(served: Served) -> None:
    for path in ("", "en/work/", "en/work", "nothing/here/", "_headers"):
        answer(served.url + path)
    assert not served.log.exists() or served.log.read_text("utf-8") == ""


def test_what_else_is_on_the_server_is_left_alone(served: Served, site: BuiltSite) -> None:
    if served.path == "/":
        pytest.skip("nothing else is on the server")
    for path in ("", "elsewhere/", f"{served.path.strip('/')}-too/"):
        _, headers, body = answer(served.server + quote(path))
        assert headers["own"] == "yes"
        assert "content-security-policy" not in headers
        assert headers.get("cache-control") is None
        assert body != (site.folder / "404.html").read_bytes()


def test_a_page_works_behind_the_server(page: Page, served: Served) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served.url}werk/lijsten/zes-vragen/")
    page.locator("[data-item] input").first.check()
    page.locator(".md-search__input").press_sequentially("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    assert said == []


@pytest.mark.parametrize("path", PATHS)
def test_the_rules_lie_beside_the_site_and_say_where_they_are_for(site: BuiltSite, tmp_path: Path, path: str) -> None:
    address = f"https://example.org{quote(path)}"
    write_server_files(site.folder, tmp_path, ROOT / "overrides/servers", address)
    assert {file.name for file in tmp_path.iterdir()} == set(RULES)
    assert [file.name for file in tmp_path.iterdir() if address not in file.read_text("utf-8")] == []
    assert [path for path in site.folder.rglob("*") if path.name in (*RULES, "servers")] == []


@pytest.mark.parametrize("address", IMPOSSIBLE)
def test_an_address_that_cannot_be_is_said_with_its_line(tmp_path: Path, address: str) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"site_name: A\nsite_url: '{address}'\n", "utf-8")
    (problem,) = check_address(settings)
    assert str(problem).startswith(f"mkdocs.yml:2: '{address}' cannot be the site's address. Write it as in `SITE_URL=")


@pytest.mark.parametrize("path", PATHS)
def test_the_address_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text('site_name: A\nsite_url: !ENV [SITE_URL, ""]\n', "utf-8")
    assert list(check_address(settings)) == []
    monkeypatch.setenv("SITE_URL", f"https://example.org{quote(path)}")
    assert list(check_address(settings)) == []
    monkeypatch.setenv("SITE_URL", "example.org")
    assert [problem.line for problem in check_address(settings)] == [2]
