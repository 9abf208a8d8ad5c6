"""A page that moved is found at the address that it had before, without a trace that it was looked for there."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from caddy_server import caddy_server
from houvast.output.content_policy import has_policy
from houvast.output.moved_pages import moved_addresses
from houvast.output.server_files import write_server_files
from nginx_server import nginx_server, server_block
from playwright.sync_api import Browser, Page, expect
from project_root import ROOT
from site_server import SiteServer
from small_project import SmallProject

OLD = "werk/oud-adres"


@pytest.fixture
def moved(small_project: SmallProject) -> SmallProject:
    """A project with a page that was elsewhere before, in both languages."""
    for language, old in (("nl", OLD), ("en", f"en/{OLD}/")):
        page = f"docs/{language}/vragen.md"
        small_project.change(page, "audience: professionals", f"audience: professionals\nmoved_from: [{old}]")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    return small_project


@pytest.fixture
def address(moved: SmallProject) -> Iterator[str]:
    """Where it is served."""
    with SiteServer(moved.site) as server:
        yield server.url


def test_the_old_address_leads_on_and_back_does_not_lead_there(page: Page, address: str) -> None:
    page.goto(address)
    before = page.evaluate("history.length")
    page.goto(f"{address}{OLD}/")
    page.wait_for_url(f"{address}vragen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vragen")
    assert page.evaluate("history.length") == before + 1
    page.goto(f"{address}en/{OLD}/")
    page.wait_for_url(f"{address}en/asking/")


def test_it_does_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{OLD}/")
    page.wait_for_url(f"{address}vragen/")
    context.close()


def test_the_page_there_says_nothing_and_has_a_policy(moved: SmallProject) -> None:
    text = (moved.site / OLD / "index.html").read_text("utf-8")
    assert has_policy(text)
    assert "<title>Houvast</title>" in text
    assert "Vragen" not in text
    assert "<script" not in text
    assert OLD not in (moved.site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("path", ["/", "/veilig thuis/"])
@pytest.mark.parametrize("program", ["nginx", "Caddy"])
def test_servers_are_told(moved: SmallProject, tmp_path: Path, program: str, path: str) -> None:
    assert moved_addresses(moved.site) == [(f"en/{OLD}/", "en/asking/"), (f"{OLD}/", "vragen/")]
    rules, folder = tmp_path / "rules", tmp_path / "server"
    folder.mkdir()
    write_server_files(moved.site, rules, ROOT / "overrides/servers", f"https://example.org{quote(path)}")
    served = (
        nginx_server(moved.site, server_block(rules / "nginx.conf"), folder, path)
        if program == "nginx"
        else caddy_server(moved.site, rules / "Caddyfile", folder, path)
    )
    with served as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", quote(f"{path}{OLD}/"))
        answer = connection.getresponse()
        assert answer.status == 301
        assert urlsplit(answer.headers["Location"]).path == quote(f"{path}vragen/")
        connection.close()
    log = folder / "access.log"
    assert not log.exists() or log.read_text("utf-8") == ""
