"""Writes the built site as a zip that works from a USB stick: unpacked, its pages open by a double click.

Without a server a link has to name a file, and no script may read a file as data. So links get `index.html`, and a page
with a form holds its other languages. What the search finds is a script everywhere.

    python -m houvast.output.offline_archive <the site's folder> <the zip>
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import html

from houvast.rendering.page_languages import has_form, other_languages, page_as_template, with_templates

# What only a server or a programmer needs.
_LEFT_OUT = re.compile(
    r"^(404\.html|_headers|robots\.txt|\.well-known/.*|sitemap\.xml(\.gz)?|assets/tips(-\d\.schema)?\.json|.*\.map)$"
)
# The path of a link; an address with a scheme ends before its colon.
_LINK = re.compile(r'(<a(?:\s+[\w-]+(?:="[^"]*")?)*?\s+href=")([^"#?:]+)')
# The oldest that a zip can say: equal sites give equal zips.
_TIME = (1980, 1, 1, 0, 0, 0)


def named_file(path: str) -> str:
    """Give the path of a page as the path of its file.

    Args:
        path: A path to a page or another file; one to a folder means its `index.html`.
    """
    if path.rpartition("/")[2] in (".", ".."):
        return f"{path}/index.html"
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def with_named_files(page: str) -> str:
    """Give a page whose links to pages name files."""
    return _LINK.sub(lambda link: link[1] + named_file(link[2]), page)


def with_languages(page: str, folder: Path) -> str:
    """Give a page with a form together with its other languages.

    Args:
        page: The page as the build wrote it.
        folder: The folder that its addresses are relative to.
    """
    tree = html.document_fromstring(page)
    if not has_form(tree):
        return page
    others = [
        page_as_template((folder / named_file(address)).read_text("utf-8"), language, address)
        for language, address in other_languages(tree).items()
    ]
    return with_templates(page, others)


def files_for_a_stick(site: Path) -> dict[str, bytes]:
    """Give the site's files as they go on a stick.

    Args:
        site: The folder that the build wrote.

    Returns:
        The contents of each file by its path.
    """
    files: dict[str, bytes] = {}
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or _LEFT_OUT.match(path):
            continue
        contents = file.read_bytes()
        if path.endswith(".html"):
            contents = with_named_files(with_languages(contents.decode(), file.parent)).encode()
        files[path] = contents
    return files


def write_zip(files: Mapping[str, bytes], target: Path, *, in_folder: bool = True) -> None:
    """Write files into a zip; the same files always give the same bytes.

    Args:
        files: The contents of each file by its path.
        target: The zip.
        in_folder: Whether they go in one folder with the zip's name.
    """
    below = f"{target.stem}/" if in_folder else ""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(below + path, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Written as on Unix, wherever this runs: a plain file that everybody may read.
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])


if __name__ == "__main__":
    site_folder, zip_file = map(Path, sys.argv[1:])
    write_zip(files_for_a_stick(site_folder), zip_file)
