"""Each page's Content-Security-Policy, and the header files that serve the same."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.output.content_policy import has_policy, inline_code, policy, violations, with_policy
from houvast.output.server_files import write_server_files
from lxml import html
from nginx_server import nginx_server, server_block
from playwright.sync_api import Page
from project_root import ROOT
from small_project import SmallProject

PAGE = "<!doctype html><html><head><title>a</title></head><body>{}</body></html>"


def parsed(body: str) -> html.HtmlElement:
    return html.document_fromstring(PAGE.format(body))


def test_inline_scripts_are_hashed_and_data_is_not() -> None:
    script = "let a = 1;"
    code = inline_code(parsed(f"<script>{script}</script><script type='application/json'>{{}}</script>"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert code.scripts == {f"'sha256-{digest}'"}
    assert f"script-src 'self' 'sha256-{digest}';" in policy([code])


def test_a_header_takes_the_hashes_of_all_pages_together() -> None:
    codes = [inline_code(parsed(f"<script>{text}</script>")) for text in ("a()", "b()")]
    written = policy(codes, for_header=True)
    assert all(key in written for code in codes for key in code.scripts)
    assert written.endswith("frame-ancestors 'none'")
    assert "frame-ancestors" not in policy(codes)


def test_nothing_is_allowed_that_is_not_named() -> None:
    written = policy([])
    assert written.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "form-action 'none'" in written
    assert "base-uri 'none'" in written
    assert "unsafe" not in written


def test_the_policy_comes_before_anything_it_governs() -> None:
    tree = html.document_fromstring(with_policy(PAGE.format(""), "default-src 'none'"))
    assert tree.find("head")[0].get("content") == "default-src 'none'"


@pytest.mark.parametrize(
    "head",
    [
        "<head class='a'>",
        '<head data-a="1 > 0" lang=nl>',
        "<HEAD\n>",
        "<!-- <head> --><head>",
        "\n<head prefix='og: https://ogp.me/ns#'>",
    ],
)
def test_the_policy_goes_into_any_head(head: str) -> None:
    page = PAGE.format("<header>a</header>").replace("<head>", head)
    with_it = with_policy(page, "default-src 'none'")
    assert with_it is not None
    assert html.document_fromstring(with_it).find("head")[0].get("content") == "default-src 'none'"
    assert has_policy(with_it)
    assert not has_policy(page)


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><html><header>a</header></html>",
        "<!doctype html><html><body><!-- <head> --></body></html>",
        "<!doctype html><html><script src=a.js></script><head></head></html>",
        "<head></head>",
        "",
    ],
)
def test_a_page_without_a_head_at_its_start_gets_no_policy_in_another_place(page: str) -> None:
    assert with_policy(page, "default-src 'none'") is None
    assert not has_policy(page)


def test_a_head_with_a_class_keeps_its_policy(small_project: SmallProject) -> None:
    small_project.change("overrides/base.html", "<head>", '<head class="page">')
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert has_policy((small_project.site / "vragen/index.html").read_text("utf-8"))


def test_a_page_without_a_policy_stops_the_build(small_project: SmallProject) -> None:
    small_project.change("overrides/404.html", "<head>", "")
    result = small_project.build()
    assert result.returncode != 0
    said = "overrides/base.html:1: pages of the site would be without their policy, 1 in all: 404.html. Begin a page"
    assert said in result.stderr


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p style="a">', ["<p> has an inline style: a"]),
        ('<b onmouseover="a">', ["<b> has an inline handler: onmouseover"]),
        ('<a href=" JavaScript:a()">', ["<a> has an address that is a script:  JavaScript:a()"]),
        ('<script src="//example.org/a.js"></script>', ["<script> loads from another host: //example.org/a.js"]),
        ('<link rel=stylesheet href="https://example.org/a.css">', ["<link> loads from another host: https://example.org/a.css"]),
        ('<link rel=canonical href="https://example.org/">', []),
        ('<a href="https://1712.be/">1712</a><img src="a.png" alt="">', []),
    ],
)  # fmt: skip
def test_what_would_break_the_policy_is_found(body: str, found: list[str]) -> None:
    assert violations(parsed(body)) == found


def test_every_page_has_the_policy_that_fits_it(site: BuiltSite) -> None:
    pages = [*site.folder.rglob("*.html")]
    assert len(pages) > 100
    for path in pages:
        page = html.document_fromstring(path.read_text("utf-8"))
        head = page.find("head")
        assert head[0].get("http-equiv") == "Content-Security-Policy", path
        assert head[0].get("content") == policy([inline_code(page)]), path
        assert violations(page) == []


def test_the_header_files_carry_the_policy_of_all_pages(site: BuiltSite, tmp_path: Path) -> None:
    codes = {inline_code(html.document_fromstring(path.read_text("utf-8"))) for path in site.folder.rglob("*.html")}
    written = policy(codes, for_header=True)
    write_server_files(site.folder, tmp_path, ROOT / "overrides/servers", "")
    for path in (site.folder / "_headers", *tmp_path.iterdir()):
        name, text = path.name, path.read_text("utf-8")
        assert written in text, name
        for header in ("Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options", "Request-OTR", "no-store"):
            assert header in text, f"{header} in {name}"
        (switched_off,) = [line for line in text.splitlines() if "Strict-Transport-Security" in line]
        assert switched_off.strip().startswith("#")


@pytest.fixture
def nginx(site: BuiltSite, tmp_path: Path) -> Iterator[str]:
    """The site behind a real nginx with the rules that `make site` makes."""
    write_server_files(site.folder, tmp_path / "servers", ROOT / "overrides/servers", "")
    with nginx_server(site.folder, server_block(tmp_path / "servers/nginx.conf"), tmp_path) as address:
        yield address


def test_the_policy_really_blocks(page: Page, nginx: str) -> None:
    page.goto(nginx)
    blocked = page.evaluate(
        """async () => {
          const found = [];
          document.addEventListener("securitypolicyviolation", event => found.push(event.effectiveDirective));
          document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='a()'></p>");
          document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" }));
          await fetch("https://example.org/").catch(() => {});
          document.body.append(Object.assign(new Image(), { src: "https://example.org/a.png" }));
          while (new Set(found).size < 5) await new Promise(requestAnimationFrame);
          return [...new Set(found)].sort().concat(String(window.ran));
        }"""
    )
    assert blocked == ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr", "undefined"]
