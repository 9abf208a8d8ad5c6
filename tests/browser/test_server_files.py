"""The files for servers that the build writes into the site, each in its own server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from built_site import BuiltSite
from caddy_server import caddy_server
from nginx_server import nginx_server
from playwright.sync_api import Page, expect

# As the file says at its top: a `server` block with the site's folder as its root.
NGINX = """server {
  listen 80;
  root /usr/share/nginx/html;
  include /usr/share/nginx/html/servers/nginx.conf;
}"""
FOR_EVER = "public, max-age=31536000, immutable"
KINDS = {"css": "text/css", "js": "javascript", "json": "application/json"}


@pytest.fixture(scope="module", params=["nginx", "Caddy"])
def served(request: pytest.FixtureRequest, site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind each server."""
    folder = tmp_path_factory.mktemp("server")
    if request.param == "nginx":
        with nginx_server(site.folder, NGINX, folder) as address:
            yield address
    else:
        with caddy_server(site.folder, folder) as address:
            yield address


def answer(served: str, path: str) -> tuple[int, dict[str, str], str]:
    """The status, the headers in small letters and the text of what a server answers; no redirect is followed."""
    connection = HTTPConnection(urlsplit(served).netloc)
    connection.request("GET", f"/{path}")
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    text = response.read().decode()
    connection.close()
    return response.status, headers, text


def promised(site: BuiltSite) -> dict[str, str]:
    """The headers for every page, as the file for hosts has them."""
    every_page = (site.folder / "_headers").read_text("utf-8").split("/*\n")[1].split("\n/")[0]
    return {name.lower(): value for name, value in re.findall(r"(?m)^  ([A-Z][\w-]+): (.+)$", every_page)}


@pytest.mark.parametrize("path", ["", "en/work/", "nothing/here/", "servers/nginx.conf", "servers/Caddyfile"])
def test_every_page_has_the_headers_that_protect_its_reader(served: str, site: BuiltSite, path: str) -> None:
    _, headers, _ = answer(served, path)
    wanted = promised(site)
    assert {"content-security-policy", "referrer-policy", "x-content-type-options", "cache-control"} <= wanted.keys()
    assert {name: headers.get(name) for name in wanted} == wanted


def test_what_has_a_hash_in_its_name_is_kept_for_ever_and_nothing_else(served: str, site: BuiltSite) -> None:
    paths = [path.relative_to(site.folder).as_posix() for path in (site.folder / "assets").rglob("*") if path.is_file()]
    named = {path for path in paths if re.search(r"\.[0-9a-f]{8}\.\w+$", path)}
    assert named
    answers = {path: answer(served, path) for path in paths}
    assert {status for status, _, _ in answers.values()} == {200}
    assert {path for path, (_, headers, _) in answers.items() if headers["cache-control"] == FOR_EVER} == named
    others = {headers["cache-control"] for path, (_, headers, _) in answers.items() if path not in named}
    assert others == {"no-store"}
    # Browsers are told not to guess what a file is, so it has to be said.
    assert [path for path in named if KINDS[path.rpartition(".")[2]] not in answers[path][1]["content-type"]] == []


@pytest.mark.parametrize(
    "path", ["nothing/here/", "servers/nginx.conf", "servers/Caddyfile", "assets/site.0a1b2c3d.js"]
)
def test_what_is_not_there_for_readers_gives_the_page_not_found(served: str, site: BuiltSite, path: str) -> None:
    status, headers, text = answer(served, path)
    assert (status, text) == (404, (site.folder / "404.html").read_text("utf-8"))
    assert headers["cache-control"] == "no-store"


def test_an_address_without_its_slash_leads_to_the_page(page: Page, served: str) -> None:
    page.goto(f"{served}en/work")
    assert page.url == f"{served}en/work/"


def test_a_page_works_behind_the_server(page: Page, served: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served}werk/lijsten/zes-vragen/")
    page.locator("[data-item] input").first.check()
    page.locator(".md-search__input").press_sequentially("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    assert said == []
