"""A printed PDF as whoever holds the paper sees it: the words and the size of each sheet, as poppler reads them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_SIZE = re.compile(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", re.MULTILINE)


class PrintedSheets:
    """The sheets of a PDF.

    Args:
        path: The PDF.

    Attributes:
        texts: What each sheet says, in the order in which it was printed.
        sizes: Width and height of the sheets, in points.
    """

    def __init__(self, path: Path) -> None:
        # Each sheet ends with a form feed.
        self.texts = _output("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
        sizes = _SIZE.findall(_output("pdfinfo", "-l", "-1", str(path)))
        self.sizes = {(round(float(width)), round(float(height))) for width, height in sizes}

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def text(self) -> str:
        """The text of all sheets, line by line."""
        return "\n".join(self.texts)

    @property
    def words(self) -> str:
        """The words of all sheets, with one space between them."""
        return " ".join(self.text.split())


def squeezed(text: str) -> str:
    """A text without its spaces and lines, which paper parts otherwise."""
    return "".join(text.split())


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
