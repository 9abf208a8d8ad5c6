"""Every link on the built site leads somewhere, and out of it only to the pages that are allowed."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urldefrag

import yaml
from built_site import BuiltSite
from houvast.data.helplines import as_dialled
from project_root import ROOT


def test_links_and_anchors_lead_somewhere(site: BuiltSite) -> None:
    broken = []
    for address in site.addresses:
        for link in site.tree(address).xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            if re.match(r"[a-z]+:", link):
                continue
            path, anchor = urldefrag(link)
            target = posixpath.normpath(posixpath.join(address, path)) if path else address.rstrip("/") or "."
            file = site.folder / target
            if file.is_dir():
                file = file / "index.html"
            if not file.exists():
                broken.append(f"{address}: {link}")
            elif anchor and file.suffix == ".html":
                page = file.parent.relative_to(site.folder).as_posix()
                ids = site.tree("" if page == "." else f"{page}/").xpath("//@id")
                if anchor not in ids:
                    broken.append(f"{address}: {link}")
    assert broken == []


def test_links_out_go_to_allowed_home_pages_only(site: BuiltSite) -> None:
    allowed = set(
        yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["extra"]["outward_links"]
    )
    out = {
        link
        for address in site.addresses
        for link in site.tree(address).xpath("//a[not(@data-leave)]/@href")
        if re.match(r"https?:|//", link)
    }
    assert out <= allowed
    assert out == allowed, "a page for further reading should use each of them"


def test_numbers_to_call_are_those_of_the_data_file(site: BuiltSite) -> None:
    data = yaml.safe_load((ROOT / "data/helplines.yml").read_text("utf-8"))
    lines = [line for country in data.values() for line in country.values()]
    known = {as_dialled(line["number"]) for line in lines}
    listed = {as_dialled(line["number"]) for line in lines if line.get("listed", True)}
    called = {
        link.removeprefix("tel:")
        for address in site.addresses
        for link in site.tree(address).xpath('//a[starts-with(@href, "tel:")]/@href')
    }
    assert listed <= called <= known


def test_a_list_to_print_before_a_call_is_two_clicks_away(site: BuiltSite) -> None:
    for home, page in (("", "werk/lijsten/voor-je-belt/"), ("en/", "en/work/lists/before-a-call/")):
        links = [posixpath.normpath(posixpath.join(home, link)) for link in site.tree(home).xpath("//article//a/@href")]
        assert page.rstrip("/") in links
        assert site.tree(page).xpath('//form[@data-form="before-a-call"]//button[@data-action="print-blank"]')
