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
BOUND = ("format", "version", "key", "rounds", "salt", "cipher", "nonce")
BLOCK = 4096
TAG = 16
TAIL = 26


class CannotOpenError(ValueError):
    """A file that is damaged or that the passphrase does not open."""


def with_check(before: bytes) -> bytes:
    """Puts the tail with the checksum behind what stands before it."""
    return before + f',\n  "check": "{zlib.crc32(before):08x}"\n}}\n'.encode()


def read_checked(file: bytes) -> dict[str, Any]:
    """The members of a file, without its checksum."""
    before, tail = file[:-TAIL], file[-TAIL:]
    found = re.fullmatch(rb',\n  "check": "([0-9a-f]{8})"\n\}\n', tail)
    if not found or int(found[1], 16) != zlib.crc32(before):
        raise CannotOpenError("damaged")
    return json.loads(before + b"\n}")


def make_key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    """The key that a passphrase gives."""
    typed = unicodedata.normalize("NFC", passphrase.strip(WHITE_SPACE)).encode()
    return PBKDF2HMAC(hashes.SHA256(), 32, salt, rounds).derive(typed)


def open_file(file: bytes, passphrase: str) -> bytes:
    """The readable file in a locked one."""
    members = read_checked(file)
    key = make_key(passphrase, base64.b64decode(members["salt"], validate=True), members["rounds"])
    nonce = base64.b64decode(members["nonce"], validate=True)
    data = base64.b64decode(members["data"], validate=True)
    if len(data) <= TAG or (len(data) - TAG) % BLOCK:
        raise CannotOpenError("not whole blocks")
    try:
        content = AESGCM(key).decrypt(nonce, data, _bound(members))
    except InvalidTag:
        raise CannotOpenError("wrong passphrase") from None
    return content.rstrip(b" ")


def lock_file(content: bytes, passphrase: str) -> bytes:
    """Locks a readable file."""
    salt, nonce = os.urandom(16), os.urandom(12)
    members: dict[str, Any] = {
        "format": "locked",
        "version": 1,
        "key": "PBKDF2-HMAC-SHA-256",
        "rounds": 600000,
        "salt": base64.b64encode(salt).decode(),
        "cipher": "AES-256-GCM",
        "nonce": base64.b64encode(nonce).decode(),
    }
    padded = content + b" " * (-len(content) % BLOCK)
    data = AESGCM(make_key(passphrase, salt, 600000)).encrypt(nonce, padded, _bound(members))
    members["data"] = base64.b64encode(data).decode()
    return with_check(json.dumps(members, indent=2).encode().removesuffix(b"\n}"))


def _bound(members: dict[str, Any]) -> bytes:
    return " ".join(str(members[name]) for name in BOUND).encode()
