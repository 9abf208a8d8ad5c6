"""The lists of packages to install: as `make lock` writes them from what is asked for, each file with its hash."""

from __future__ import annotations

import re

import pytest
from project_root import ROOT

LOCKS = ("requirements.txt", "tests/requirements.txt")


def name_and_version(requirement: str) -> tuple[str, str]:
    """A package with its version; names are the same with `-`, `_`, `.` and in capitals (packaging.python.org)."""
    name, version = requirement.split(";")[0].strip(" \\").split("==")
    # What is asked for of it besides, in brackets, is locked by itself.
    name = name.partition("[")[0]
    return re.sub(r"[-_.]+", "-", name).lower(), version


def asked_for(lock: str) -> set[tuple[str, str]]:
    lines = (ROOT / lock).with_suffix(".in").read_text("utf-8").splitlines()
    return {name_and_version(line) for line in lines if not line.startswith(("#", "-c"))}


def locked(lock: str) -> dict[tuple[str, str], list[str]]:
    """The hashes of each package in a lock."""
    entries = re.findall(r"(?m)^(\S+==.+)\n((?:    --hash=.+\n)*)", (ROOT / lock).read_text("utf-8"))
    return {name_and_version(entry): re.findall(r"--hash=sha256:[0-9a-f]{64}", hashes) for entry, hashes in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_locked_with_hashes(lock: str) -> None:
    packages = locked(lock)
    assert asked_for(lock) <= packages.keys(), "run `make lock`"
    assert [package for package, hashes in packages.items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"(?m)://|^\s*-(?:i|f|-\w*index\w*|-find-links|-trusted-host)\b", text) == []


def test_what_only_tests_need_is_kept_apart_and_the_rest_has_one_version() -> None:
    site, tests = (locked(lock) for lock in LOCKS)
    assert asked_for("tests/requirements.txt").isdisjoint(site)
    names = {name for name, _ in site}
    assert {package for package in tests if package[0] in names} <= site.keys()
