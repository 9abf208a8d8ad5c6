"""Asks Lighthouse what it thinks of a page on a phone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

from benchmarks.npm_packages import program

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Audited:
    """What Lighthouse says of a page.

    Attributes:
        scores: The score of each category, from 0 to 100.
        faults: What keeps a category from 100: its name, the audit, and what Lighthouse found.
    """

    scores: dict[str, int]
    faults: list[str]


def audit(url: str) -> Audited:
    """Run Lighthouse with its own settings for a phone.

    Raises:
        RuntimeError: If it cannot load the page.
    """
    browser = shutil.which("chromium") or shutil.which("chromium-headless-shell") or ""
    flags = "--headless=new --no-sandbox --disable-background-networking"
    command = [program("lighthouse"), url, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    settings = {**os.environ, "CHROME_PATH": browser}
    result = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    report: Any = json.loads(result.stdout) if result.returncode == 0 else {"runtimeError": result.stderr}
    if report.get("runtimeError"):
        raise RuntimeError(f"Lighthouse could not look at {url}: {report['runtimeError']}")
    scores, faults = {}, []
    for name in CATEGORIES:
        category = report["categories"][name]
        scores[name] = round(100 * (category["score"] or 0))
        if scores[name] < 100:
            for part in category["auditRefs"]:
                said = report["audits"][part["id"]]
                if part["weight"] and said["score"] is not None and said["score"] < 1:
                    faults.append(f"{name}: {_described(said)}")
    return Audited(scores, faults)


def _described(said: Any) -> str:
    items = said.get("details", {}).get("items", [])
    places = [item["node"]["selector"] if "node" in item else item.get("text") for item in items]
    return " ".join(str(part) for part in (said["id"], said.get("displayValue"), *places[:5]) if part)
