"""The notices that come with what the site ships of others: the theme, its icons, and libraries.

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
from houvast.output.libraries import LIBRARIES, Library
from houvast.output.theme_material import ICONS_LICENSE, PACKAGE, THEME_LIBRARIES

# It is installed because the theme needs it; its licence file is the Apache License as it was published.
_HAS_APACHE_LICENSE = "requests"
_LIBRARY = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)")
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
    """Give a problem for each library of which `THEME_LIBRARIES` does not say whose it is."""
    return [
        Problem(
            "hooks/houvast/output/theme_material.py",
            1,
            f'the theme ships "{name}", so that its licence has to be shipped too.',
            "Add it to THEME_LIBRARIES, with whose it is and its licence.",
        )
        for name in sorted(set(libraries) - THEME_LIBRARIES.keys())
    ]


def notices(theme: Path, joined: Iterable[str], own_libraries: Path) -> str:
    """Give the text with all notices.

    Args:
        theme: The theme's folder, which has `ICONS_LICENSE`.
        joined: What the theme joined into its styles.
        own_libraries: The folder with the libraries that the site's own scripts use.

    Raises:
        LookupError: A licence file is missing; says of which package.
    """
    # The theme's own, where its files are kept in this project because the package is no longer to be had.
    kept = theme / "LICENSE"
    of_theme = kept.read_text("utf-8") if kept.is_file() else licence_of(PACKAGE)
    known = [
        f"{name}: {THEME_LIBRARIES[name][0]}. {THEME_LIBRARIES[name][1]}"
        for name in sorted(set(joined) & THEME_LIBRARIES.keys())
    ]
    parts = [
        OWN,
        f"The theme of this site, Material for MkDocs (MIT)\n\n{of_theme}",
        f"Its icons\n\n{(theme / ICONS_LICENSE).read_text('utf-8')}",
        "\n".join(["Libraries in its styles; what MIT means stands above", "", *known]),
        *(_notice_of(library, own_libraries) for library in LIBRARIES),
        f"Apache-2.0\n\n{licence_of(_HAS_APACHE_LICENSE)}",
    ]
    return f"\n{_LINE}\n\n".join(f"{part.strip()}\n" for part in parts)


def _notice_of(library: Library, folder: Path) -> str:
    file = folder / library.licence_file
    if not file.is_file():
        raise LookupError(
            f"The library {library.name} has no licence file: overrides/libraries/{library.licence_file}."
        )
    said = f"{library.name} {library.version}: {library.owner}. {library.licence}"
    return f"A library in the scripts of this site\n\n{said}\n\n{file.read_text('utf-8')}"
