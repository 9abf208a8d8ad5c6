"""The packages from npm, installed beside this file, at the versions that package-lock.json names."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_HERE = Path(__file__).resolve().parent
# What was installed stands beside it; npm's own note of it is in another form.
_LOCK, _INSTALLED = _HERE / "package-lock.json", _HERE / "node_modules/.installed-lock.json"


def program(name: str) -> str:
    """The path of a program that a package brings."""
    return str(_HERE / "node_modules/.bin" / name)


def install_packages() -> None:
    """Installs what is not there yet, or not as the lock file says."""
    if _INSTALLED.exists() and _INSTALLED.read_bytes() == _LOCK.read_bytes():
        return
    if shutil.which("npm") is None:
        raise SystemExit("Please install Node 20 or later, with npm.")
    subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--loglevel=error"], cwd=_HERE, check=True)
    shutil.copyfile(_LOCK, _INSTALLED)
