"""The address of the site as a publisher says it: `site_url` in mkdocs.yml, or SITE_URL where that asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_settings_file, read_yaml_tree

_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~%-]+)*/?")
# What stands in the files for servers as it is; other signs would have a meaning of their own there.
_PATH = re.compile(r"[\w.~ /-]+")


def read_address(settings: Path) -> str:
    """Give the address that the settings say, or nothing where they say none.

    Args:
        settings: mkdocs.yml, in which nothing is wrong.
    """
    return str(read_settings_file(read_text(settings)).get("site_url") or "")


def check_address(settings: Path) -> Iterator[Problem]:
    """Find what is wrong with the address that the settings say.

    Args:
        settings: mkdocs.yml, which MkDocs could read.
    """
    address = read_address(settings)
    if address and not (_ADDRESS.fullmatch(address) and _PATH.fullmatch(unquote(site_path(address)))):
        line = lines_of_keys(read_yaml_tree(read_text(settings))).get(("site_url",), 1)
        remedy = "Write it as in `SITE_URL=https://example.org/folder/`, with letters, digits, dots and hyphens."
        yield Problem(settings.name, line, f"'{address}' cannot be the site's address.", remedy)


def site_path(address: str) -> str:
    """Give the path of the site as an address writes it, with a slash at both ends.

    Args:
        address: The site's address, or nothing where it is not known: then the site is taken to be at the root.
    """
    return f"/{urlsplit(address).path.strip('/')}/".replace("//", "/")


def names_of_path(address: str) -> dict[str, str]:
    """Give the path of the site as the files for servers need it: as people, addresses and patterns write it.

    Args:
        address: The site's address; see `site_path`.
    """
    in_address = site_path(address)
    path = unquote(in_address)
    return {"path": path, "path_in_address": in_address, "path_in_regex": re.escape(path)}
