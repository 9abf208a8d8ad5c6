"""The packages from npm, installed beside this file, at the versions that package-lock.json names."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_LOCK, _INSTALLED = _HERE / "package-lock.json", _HERE / "node_modules/.package-lock.json"


def program(name: str) -> str:
    """The path of a program that a package brings."""
    return str(_HERE / "node_modules/.bin" / name)


def install_packages() -> None:
    """Installs what is not there yet, or not as the lock file says."""
    if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    if shutil.which("npm") is None:
        raise SystemExit("Please install Node 20 or later, with npm.")
    subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--loglevel=error"], cwd=_HERE, check=True)
