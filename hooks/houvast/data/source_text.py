"""Reads a text that somebody wrote for the site, and finds in it what nobody can see.

A soft hyphen or a space without width in the middle of a word hides that word from every check: of revealing words, of
terms, of ids. A byte order mark hides what a file begins with. So these are refused, and whoever reads a text reads it
without them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from houvast.data.problem import Mistake

_BYTE_ORDER_MARK = "\ufeff"
# Categories of Unicode: control, format, private use, and ends of lines and paragraphs that no editor shows as such.
# A language that is written from right to left needs some of the format characters; none here is.
_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}
_USUAL = "\t\n"
# What Unicode lets programs leave out of what they show, without giving it such a category (Default_Ignorable), and the
# empty letter of Braille.
_ALSO_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# What a program puts where it could not read a character.
_UNREADABLE = "\ufffd"
_REFERENCE = re.compile(r"&#?\w+;?")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_OPTION = re.compile(r" {4,}[\w-]+ *:")
# The kinds of files whose text is shown as HTML, and those that are YAML in whole or in part.
_WITH_REFERENCES = {".md", ".yml", ".html"}
_MAX_SHOWN_BEFORE = 15


def read_text(path: Path) -> str:
    """Give the text of a file without what `find_unseen` refuses, so that nothing hides in it.

    Args:
        path: The file; line ends of any system are read as `\\n`, and bytes that are no UTF-8 as U+FFFD.

    Raises:
        OSError: It cannot be opened.
    """
    return _without_unseen(_decoded(path.read_bytes()))


def find_unseen(written: bytes, kind: str) -> Iterator[Mistake]:
    """Find what is no text that everybody sees as it was written.

    Args:
        written: What a file holds.
        kind: The ending of its name, such as `.md`: some kinds can also write a character by its number.

    Yields:
        A mistake for a byte that is no UTF-8 (only the first: what follows is then guesswork), otherwise for each
        character that cannot be seen, in each line that has it.
    """
    try:
        written.decode("utf-8")
    except UnicodeDecodeError as error:
        yield _no_utf8(written, error)
        return
    text = _decoded(written)
    if text.startswith(_BYTE_ORDER_MARK):
        what = "the file begins with a byte order mark (U+FEFF), which hides its first line."
        yield Mistake(1, what, "Save it as UTF-8 without byte order mark (BOM).")
        text = text[1:]
    if any(_is_refused(sign) for sign in set(text)):
        yield from _refused_signs(text)
    if kind in _WITH_REFERENCES and ("&" in text or "\\" in text):
        yield from _written_by_number(text, kind)


def _decoded(written: bytes) -> str:
    return written.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def _without_unseen(text: str) -> str:
    unseen = {ord(sign): None for sign in set(text) if _is_refused(sign) and sign != _UNREADABLE}
    return text.translate(unseen) if unseen else text


@cache
def _is_refused(sign: str) -> bool:
    if sign in _USUAL:
        return False
    return unicodedata.category(sign) in _UNSEEN or sign == _UNREADABLE or bool(_ALSO_UNSEEN.match(sign))


def _no_utf8(written: bytes, error: UnicodeDecodeError) -> Mistake:
    line = _decoded(written[: error.start]).count("\n") + 1
    if written.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Mistake(1, "the file is UTF-16, not UTF-8.", "Save it as UTF-8 without byte order mark (BOM).")
    byte = written[error.start : error.start + 1]
    meant = byte.decode("cp1252", errors="replace")
    what = f"the file is not UTF-8: this line has the byte {byte[0]:02X}, which is '{meant}' in Windows-1252."
    return Mistake(line, what, "Save it as UTF-8, and look whether its accents are still right.")


def _refused_signs(text: str) -> Iterator[Mistake]:
    for number, line in enumerate(text.split("\n"), 1):
        for sign in sorted({sign for sign in line if _is_refused(sign)}):
            before = _without_unseen(line[: line.index(sign)])[-_MAX_SHOWN_BEFORE:]
            place = f"stands behind '{before}'" if before else "stands at the start of this line"
            yield _unseen(number, sign, place)


def _written_by_number(text: str, kind: str) -> Iterator[Mistake]:
    in_front_matter = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("---") and kind == ".md":
            in_front_matter = number == 1
        found = [(match[0], html.unescape(match[0])) for match in _REFERENCE.finditer(line)]
        if kind == ".yml" or in_front_matter or (kind == ".md" and _OPTION.match(line)):
            found += [(match[0], _named_by(match)) for match in _ESCAPE.finditer(line)]
        for reference, meant in found:
            for sign in meant:
                if _is_refused(sign):
                    yield _unseen(number, sign, f"is written here as {reference}")


def _named_by(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3], 16)
    # A half of a pair, and what is no character, cannot be shown either.
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else _UNREADABLE


def _unseen(line: int, sign: str, place: str) -> Mistake:
    unnamed = "no character of Unicode" if unicodedata.category(sign) == "Co" else "a control character"
    name = unicodedata.name(sign, unnamed)
    if sign == _UNREADABLE:
        what = f"U+FFFD ({name}) {place}, where a character was lost."
        return Mistake(line, what, "Write the character that was meant.")
    what = f"U+{ord(sign):04X} ({name}) {place}, where no reader and no check sees it."
    return Mistake(line, what, "Delete it: put the cursor behind it and press Backspace.")
