"""A Chromium with a profile of its own on disk, and what can be found in a browser's profile once it is closed."""

from __future__ import annotations

import base64
import re
import shutil
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import cramjam
from playwright.sync_api import BrowserContext, Playwright

NAVIGATION_CHAIN_END = 0x20000000
MOZILLA_LZ4 = b"mozLz40\0"


@contextmanager
def open_profile(playwright: Playwright, folder: Path, **options: object) -> Iterator[BrowserContext]:
    """Open a browser on a profile folder, with its back-forward cache on, as readers have it."""
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-background-networking"],
        ignore_default_args=["--disable-back-forward-cache"],
        **options,  # type: ignore[arg-type]
    )
    try:
        yield context
    finally:
        context.close()


def files_holding(folder: Path, marker: str) -> list[str]:
    """The files of a profile in which a text can be found, packed or not.

    Args:
        folder: The profile's folder; the browser has to be closed.
        marker: What to look for, in UTF-8 and in UTF-16.
    """
    return files_by_marker(folder, [marker])[marker]


def files_by_marker(folder: Path, markers: Iterable[str]) -> dict[str, list[str]]:
    """The same for several markers, each file being read once; see `files_holding`."""
    wanted = {marker: (marker.encode(), marker.encode("utf-16-le")) for marker in markers}
    found: dict[str, list[str]] = {marker: [] for marker in wanted}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = list(unpacked(path))
        for marker, texts in wanted.items():
            if any(text in part for part in data for text in texts):
                found[marker].append(path.relative_to(folder).as_posix())
    return found


def history_addresses(folder: Path) -> set[str]:
    """All addresses in the history database: what the address bar may suggest."""
    return {row[0] for row in _query(folder, "select url from urls where not hidden")}


def history_list(folder: Path) -> list[str]:
    """The addresses that the browser's history list shows: the last visit of each chain of replaced entries."""
    rows = _query(folder, "select urls.url, visits.transition from visits join urls on urls.id = visits.url")
    return [url for url, transition in rows if transition & NAVIGATION_CHAIN_END]


def _query(folder: Path, query: str) -> list[tuple[str, int]]:
    (database,) = folder.rglob("History")
    with sqlite3.connect(database) as connection:
        return connection.execute(query).fetchall()


def unpacked(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if path.suffix == ".ldb":
        yield from _table_blocks(data)
    if data.startswith(MOZILLA_LZ4):
        yield _mozilla_lz4(data)
    # WebKit's small browser writes the session of each tab so.
    for state in re.findall(rb"^state=([A-Za-z0-9+/=]+)$", data, re.MULTILINE):
        yield base64.b64decode(state)


def _mozilla_lz4(data: bytes) -> bytes:
    """What Firefox packed: its mark, the length of the text, and one block of LZ4."""
    (length,) = struct.unpack_from("<I", data, len(MOZILLA_LZ4))
    return bytes(cramjam.lz4.decompress_block(data[len(MOZILLA_LZ4) + 4 :], output_len=length))


def _table_blocks(data: bytes) -> Iterator[bytes]:
    """The blocks of a LevelDB table, unpacked (format: leveldb's doc/table_format.md)."""
    footer = data[-48:]
    _, _, position = _handle(footer, 0)
    offset, size, _ = _handle(footer, position)
    for value in _entries(_block(data, offset, size)):
        block_offset, block_size, _ = _handle(value, 0)
        yield _block(data, block_offset, block_size)


def _block(data: bytes, offset: int, size: int) -> bytes:
    packed = data[offset : offset + size]
    is_snappy = data[offset + size] == 1
    return bytes(cramjam.snappy.decompress_raw(packed)) if is_snappy else packed


def _entries(block: bytes) -> Iterator[bytes]:
    (restarts,) = struct.unpack("<I", block[-4:])
    end, position = len(block) - 4 - 4 * restarts, 0
    while position < end:
        _, position = _varint(block, position)
        unshared, position = _varint(block, position)
        length, position = _varint(block, position)
        position += unshared
        yield block[position : position + length]
        position += length


def _handle(data: bytes, position: int) -> tuple[int, int, int]:
    offset, position = _varint(data, position)
    size, position = _varint(data, position)
    return offset, size, position


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return value, position
