"""Writes the rules for servers beside the built site: no reader gets them, and they are for the address that it is at.

python -m houvast.output.server_files <the site's folder> <the folder for the rules> <the templates> <mkdocs.yml>
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html

from houvast.data.site_address import names_of_path, read_address
from houvast.data.source_text import read_text
from houvast.output.content_policy import inline_code, policy
from houvast.output.moved_pages import moved_addresses

RULES = ("nginx.conf", "Caddyfile", "container.conf")
_NOT_SAID = "which was not said when it was made: `make site SITE_URL=https://…` says it"


def write_server_files(site: Path, target: Path, templates: Path, address: str) -> None:
    """Write the rules for each server.

    Args:
        site: The folder that the build wrote.
        target: The folder for the rules; it is made where it is not there.
        templates: The folder with their templates.
        address: The address of the site, or nothing where it is not known.
    """
    env = Environment(loader=FileSystemLoader(templates), undefined=StrictUndefined, keep_trailing_newline=True)
    pages = (html.document_fromstring(read_text(page)) for page in site.rglob("*.html"))
    known = {
        "policy": policy({inline_code(page) for page in pages}, for_header=True),
        "address": address or _NOT_SAID,
        "folder": "",
        "moved": moved_addresses(site),
        **names_of_path(address),
    }
    target.mkdir(parents=True, exist_ok=True)
    for name in RULES:
        (target / name).write_text(env.get_template(name).render(known), "utf-8")


if __name__ == "__main__":
    site_folder, rules_folder, templates_folder, settings_file = map(Path, sys.argv[1:])
    write_server_files(site_folder, rules_folder, templates_folder / "servers", read_address(settings_file))
