"""Opens and locks files as somebody else's program would: written from docs/en/over/bestandsformaat.md alone.

It shares no code with the site.
"""

from __future__ import annotations

import base64
import json
import os
import re
import unicodedata
import zlib
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

WHITE_SPACE = (
    "".join(map(chr, [*range(0x0009, 0x000E), 0x0020, 0x00A0, 0x1680, *range(0x2000, 0x200B)]))
    + "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
APOSTROPHES = [0x60, 0xB4, 0x2B9, *range(0x2BB, 0x2C0), 0x2C8, 0x2CA, 0x2CB, *range(0x2018, 0x201C)]
APOSTROPHES += [0x2032, 0x2035, 0x2039, 0x203A]
QUOTATION_MARKS = [0xAB, 0xBB, 0x2BA, *range(0x201C, 0x2020), 0x2033, 0x2036]
MARKS = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTATION_MARKS, '"')
DASHES = "\u02d7\u2043\u2212"
BOUND = ("format", "version", "key", "rounds", "salt", "cipher", "nonce")
BLOCK = 4096
TAG = 16
TAIL = 26


class CannotOpenError(ValueError):
    """A file that is damaged or that the passphrase does not open."""


def with_check(before: bytes) -> bytes:
    """Put the tail with the checksum behind what stands before it."""
    return before + f',\n  "check": "{zlib.crc32(before):08x}"\n}}\n'.encode()


def read_checked(file: bytes) -> dict[str, Any]:
    """The members of a file, without its checksum."""
    before, tail = file[:-TAIL], file[-TAIL:]
    found = re.fullmatch(rb',\n  "check": "([0-9a-f]{8})"\n\}\n', tail)
    if not found or int(found[1], 16) != zlib.crc32(before):
        raise CannotOpenError("damaged")
    return json.loads(before + b"\n}")


def normal_form(typed: str) -> str:
    """A passphrase as the key is made from it, however it was typed."""
    text = "".join(one for one in typed if unicodedata.category(one) != "Cf" and not "\ufe00" <= one <= "\ufe0f")
    text = unicodedata.normalize("NFKC", text.translate(MARKS)).translate(MARKS)
    text = unicodedata.normalize("NFKC", text.upper().lower()).replace("i\u0307", "i")
    text = "".join("-" if unicodedata.category(one) == "Pd" or one in DASHES else one for one in text)
    return re.sub(f"[{WHITE_SPACE}]+", " ", re.sub("-+", "-", text)).strip(" ")


def first_form(typed: str) -> str:
    """A passphrase as the key of a file of version 1 is made from it."""
    return unicodedata.normalize("NFC", typed.strip(WHITE_SPACE))


def make_key(passphrase: str, salt: bytes, rounds: int, version: int = 2) -> bytes:
    """The key that a passphrase gives."""
    form = {1: first_form, 2: normal_form}[version](passphrase)
    return PBKDF2HMAC(hashes.SHA256(), 32, salt, rounds).derive(form.encode())


def open_file(file: bytes, passphrase: str) -> bytes:
    """The readable file in a locked one."""
    members = read_checked(file)
    salt = base64.b64decode(members["salt"], validate=True)
    key = make_key(passphrase, salt, members["rounds"], members["version"])
    nonce = base64.b64decode(members["nonce"], validate=True)
    data = base64.b64decode(members["data"], validate=True)
    if len(data) <= TAG or (len(data) - TAG) % BLOCK:
        raise CannotOpenError("not whole blocks")
    try:
        content = AESGCM(key).decrypt(nonce, data, _bound(members))
    except InvalidTag:
        raise CannotOpenError("wrong passphrase") from None
    return content.rstrip(b" ")


def lock_file(content: bytes, passphrase: str, version: int = 2) -> bytes:
    """Locks a readable file."""
    salt, nonce = os.urandom(16), os.urandom(12)
    members: dict[str, Any] = {
        "format": "locked",
        "version": version,
        "key": "PBKDF2-HMAC-SHA-256",
        "rounds": 600000,
        "salt": base64.b64encode(salt).decode(),
        "cipher": "AES-256-GCM",
        "nonce": base64.b64encode(nonce).decode(),
    }
    padded = content + b" " * (-len(content) % BLOCK)
    data = AESGCM(make_key(passphrase, salt, 600000, version)).encrypt(nonce, padded, _bound(members))
    members["data"] = base64.b64encode(data).decode()
    return with_check(json.dumps(members, indent=2).encode().removesuffix(b"\n}"))


def _bound(members: dict[str, Any]) -> bytes:
    return " ".join(str(members[name]) for name in BOUND).encode()
