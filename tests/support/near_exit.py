"""The site with its way out leading to a server on this machine, for browsers whose requests no test can answer."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from project_root import ROOT

ELSEWHERE = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["extra"]["leave"]["to"]


def copy_with_near_exit(site: Path, copy: Path, exit_address: str) -> None:
    """Copy a built site; each page leads out to another address than it says in the settings."""
    shutil.copytree(site, copy)
    for page in copy.rglob("*.html"):
        page.write_bytes(page.read_bytes().replace(ELSEWHERE.encode(), exit_address.encode()))


def write_elsewhere(folder: Path) -> None:
    """Write the two pages of the neutral site: where one comes from, and where one goes."""
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Weer</title><h1>Weer</h1>", "utf-8")
    (folder / "before.html").write_text("<!doctype html><title>Nieuws</title><h1>Nieuws</h1>", "utf-8")


@contextmanager
def slow_host() -> Iterator[str]:
    """The address of a host that takes a request and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=8) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def dead_host() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}/"
