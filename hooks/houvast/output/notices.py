"""The notices that come with what the site ships of others: the theme, its icons, and the libraries in its scripts.

Their licences ask that copies carry them. They are read from the installed packages, so that they are those of the
version that is shipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from houvast.data.problem import Problem
from houvast.output.theme_material import ICONS_LICENSE, PACKAGE

# It is installed because the theme needs it; its licence file is the Apache License as it was published.
_HAS_APACHE_LICENSE = "requests"
# The libraries that the theme joins into its scripts: whose each is, under which licence (spdx.org/licenses).
LIBRARIES = {
    "clipboard": ("Zeno Rocha", "MIT"),
    "escape-html": ("TJ Holowaychuk, Andreas Lubbe, Tiancheng Gu", "MIT"),
    "focus-visible": ("WICG and its contributors, https://github.com/WICG/focus-visible", "W3C-20150513"),
    "lunr": ("Oliver Nightingale", "MIT"),
    "material-design-color": ("Denis Malinochkin", "MIT"),
    "rxjs": ("Google, Netflix, Microsoft and contributors", "Apache-2.0"),
    "tslib": ("Microsoft Corporation", "0BSD"),
}
_LIBRARY = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)")
# A comment between signs, or lines that are each a comment.
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/|(?:^[ \t]*//.*\n)+", re.MULTILINE)
_SAYS_TERMS = re.compile(r"copyright|licen[cs]e", re.IGNORECASE)
_LICENCE_FILE = re.compile(r"^[^/]+\.dist-info/(?:.*/)?LICENSE[^/]*$")
_LINE = "-" * 80

OWN = """This site
Texts and drawings: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/
Templates, styles and scripts: EUPL-1.2, https://eupl.eu/1.2/en/
"""


def licence_of(package: str) -> str:
    """Give the text of the licence file of an installed package.

    Raises:
        LookupError: The package is not installed, or has no such file.
    """
    try:
        installed = distribution(package)
    except PackageNotFoundError as error:
        raise LookupError(f"The package {package} is not installed.") from error
    # The list of its files as it is: the theme has ten thousand icons, and to make a path of each takes a while.
    for line in (installed.read_text("RECORD") or "").splitlines():
        path = line.partition(",")[0]
        # Other such files belong to what the package has of others.
        if _LICENCE_FILE.search(path):
            return Path(str(installed.locate_file(path))).read_text("utf-8")
    raise LookupError(f"The package {package} has no licence file.")


def joined_libraries(source_maps: Iterable[Path]) -> set[str]:
    """Give the names of the libraries that source maps of the theme name as what its files were made from."""
    sources = [source for path in source_maps for source in json.loads(path.read_text("utf-8"))["sources"]]
    return {found[1] for source in sources if (found := _LIBRARY.search(source))}


def unknown_libraries(libraries: Iterable[str]) -> list[Problem]:
    """Give a problem for each library of which `LIBRARIES` does not say whose it is."""
    return [
        Problem(
            "hooks/houvast/output/notices.py",
            1,
            f'the theme ships "{name}", so that its licence has to be shipped too.',
            "Add it to LIBRARIES, with whose it is and its licence.",
        )
        for name in sorted(set(libraries) - LIBRARIES.keys())
    ]


def notices_in(script: str) -> list[str]:
    """Give the comments of a script that speak of copyright or licence, as they stand there."""
    return [comment.strip() for comment in _COMMENT.findall(script) if _SAYS_TERMS.search(comment)]


def notices(theme: Path, libraries: Iterable[str], scripts: Iterable[str]) -> str:
    """Give the text with all notices.

    Args:
        theme: The theme's folder, which has `ICONS_LICENSE`.
        libraries: What the theme joined into its files.
        scripts: The theme's scripts that the site ships, in their order.

    Raises:
        LookupError: A licence file is missing; says of which package.
    """
    # The theme's own, where its files are kept in this project because the package is no longer to be had.
    kept = theme / "LICENSE"
    of_theme = kept.read_text("utf-8") if kept.is_file() else licence_of(PACKAGE)
    known = [
        f"{name}: {LIBRARIES[name][0]}. {LIBRARIES[name][1]}" for name in sorted(set(libraries) & LIBRARIES.keys())
    ]
    said = dict.fromkeys(notice for script in scripts for notice in notices_in(script))
    parts = [
        OWN,
        f"The theme of this site, Material for MkDocs (MIT)\n\n{of_theme}",
        f"Its icons\n\n{(theme / ICONS_LICENSE).read_text('utf-8')}",
        "\n".join(["Libraries in its scripts and styles; what MIT means stands above, Apache-2.0 below", "", *known]),
        "\n\n".join(["Notices in its scripts, as they stand there", *said]),
        f"Apache-2.0\n\n{licence_of(_HAS_APACHE_LICENSE)}",
    ]
    return f"\n{_LINE}\n\n".join(f"{part.strip()}\n" for part in parts)
