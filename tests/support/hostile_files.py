"""Files that somebody made up to do harm, or by mistake, each with the reason for which it has to be refused."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterator
from typing import Any

import locked_file

Hostile = Iterator[tuple[bytes, str]]

# Answers with a little more of something than a file may have.
OVER_THE_EDGE = {
    "text": {"a": "é" * 100_001},
    "rows": {"a": [{}] * 201},
    "rows of texts": {"a": {"b": [*([1] * 200), "b"]}},
    "strokes": {"a": {"strokes": [{"pen": "red", "points": [1, 2]}] * 2001}},
    "number": {"a": [100_001]},
    "depth": {"a": [[[[[[]]]]]]},
    "values": {"a": [1] * 200_000},
    "bytes": {f"a-{number}": "é" * 100_000 for number in range(25)},
}


def signed(members: dict[str, Any] | str) -> bytes:
    """A file with a right checksum, whatever it holds."""
    text = members if isinstance(members, str) else json.dumps(members)
    return locked_file.with_check(text.encode("utf-8", "surrogatepass")[:-1])


def readable_file(answers: object = None, **others: object) -> dict[str, Any]:
    return {"format": "form-answers", "version": 1, "form": "a-form", "answers": answers or {}} | others


def locked_members(**others: object) -> dict[str, Any]:
    def zeros(length: int) -> str:
        return base64.b64encode(bytes(length)).decode()

    start = {"format": "locked", "version": 1, "key": "PBKDF2-HMAC-SHA-256", "rounds": 600_000, "salt": zeros(16)}
    return start | {"cipher": "AES-256-GCM", "nonce": zeros(12), "data": zeros(4096 + 16)} | others


def random_json(chance: random.Random, depth: int = 0) -> object:
    kind = chance.randrange(7 if depth < 4 else 5)
    if kind == 5:
        return [random_json(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind == 6:
        return {
            chance.choice(["form", "version", "__proto__", "a", "answers"]): random_json(chance, depth + 1)
            for _ in range(4)
        }
    return [None, False, chance.random(), "form-answers", chance.randrange(-9, 9)][kind]


def inside(value: object, depth: int, chance: random.Random) -> object:
    """A value in so many lists and objects."""
    for _ in range(depth):
        value = chance.choice([[value], {"a": value}, ["b", value], {"b": "c", "a": value}])
    return value


def other_json() -> Hostile:
    chance = random.Random(1)
    for _ in range(200):
        yield json.dumps(random_json(chance), indent=chance.choice([None, 2])).encode(), "not-ours"
    for format_name in ("form-answer", "FORM-ANSWERS", "locked ", "", "__proto__", None, 1, ["form-answers"]):
        yield signed(readable_file(format=format_name)), "not-ours"
    yield signed({"version": 1, **readable_file()}), "not-ours"
    yield signed({"answers": readable_file()}), "not-ours"


def other_files() -> Hostile:
    chance = random.Random(2)
    markup = '<{0} onload=alert(1)>"format": "form-answers"</{0}>'
    for tag in ("html", "svg", "script", "img", "iframe", "?xml", "!DOCTYPE html"):
        yield markup.format(tag).encode(), "not-ours"
        yield locked_file.with_check(markup.format(tag).encode()), "not-ours"
    for start in (
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"GIF89a",
        b"\xff\xfe",
        b" ",
        b"\n",
        b"\x00",
        b"{",
        b"[",
        b'"',
    ):
        for _ in range(12):
            yield start + chance.randbytes(chance.randrange(2000)), "not-ours"
    yield signed(readable_file()).decode().encode("utf-16"), "not-ours"
    yield b"", "empty"


def bad_names() -> Hostile:
    chance = random.Random(3)
    bad = [
        "__proto__",
        "constructor",
        "prototype",
        "a/constructor",
        "prototype/b",
        "a/__proto__",
        "toString",
        "A",
        "a b",
    ]
    bad += ["", "/", "a/", "/a", "a//b", "a/b/c/d/e", "é", "<b>", "a\n", "a_b", "a.b", "a" * 201, "\ud800", "‮a"]
    for name in bad:
        for depth in range(5):
            for value in ({"polluted": True}, {"a": {"polluted": "b"}} if depth < 4 else True, "b", ["b"]):
                yield signed(readable_file({"c": inside({name: value}, depth, chance)})), "unexpected"
        yield signed(readable_file({name: True})), "unexpected"
        yield signed(readable_file({name: {"polluted": True}})), "unexpected"
        yield signed(readable_file(form=name)), "unexpected"
        yield signed({**readable_file(), f"x{name}": {"polluted": True}}), "unexpected"
    for name in ("__proto__", "constructor", "prototype", "toString", "then"):
        yield signed({**readable_file(), name: {"polluted": True}}), "unexpected"
        yield signed({**locked_members(), name: {"polluted": True}}), "unexpected"


def wrong_types() -> Hostile:
    chance = random.Random(4)
    for value in (None, False, -1, 1.5, 100_001, -0.5, 2**53, 1e300, 1e-9):
        for depth in range(6):
            yield signed(readable_file({"a": inside(value, depth, chance)})), "unexpected"
    for number in ("1e999", "-1e999"):
        yield signed(json.dumps(readable_file({"a": 7})).replace("7", number)), "unexpected"
    for answers in ([], ["a"], "a", 1, 7.5, True, [[]]):
        yield signed(readable_file() | {"answers": answers}), "unexpected"
    for answers in (None, False):
        yield signed(readable_file() | {"answers": answers}), "unexpected"
    for form in (None, True, 1, [], ["a"], {}, {"a": "b"}):
        yield signed(readable_file(form=form)), "unexpected"
    for version in (0, -1, 1.5, "1", "2", None, True, [1], {}, -(2**40)):
        yield signed(readable_file(version=version)), "unexpected"
        yield signed(locked_members(version=version)), "unexpected"
    yield signed(json.dumps(readable_file()).replace(": 1,", ": 1e999,")), "unexpected"


def wrong_members() -> Hostile:
    for members in (readable_file(), locked_members()):
        for name in list(members)[1:]:
            yield signed({key: value for key, value in members.items() if key != name}), "unexpected"
        for name in ("check", "date", "answers,form", "Form", "a"):
            yield signed({**members, name: "00000000"}), "unexpected"
    # The same name twice: the last one counts.
    yield signed(json.dumps(readable_file())[:-1] + ', "format": "locked"}'), "unexpected"
    yield signed(json.dumps(locked_members())[:-1] + ', "format": "form-answers"}'), "unexpected"
    yield signed(json.dumps(readable_file())[:-1] + ', "answers": null}'), "unexpected"
    yield signed('{"format": "form-answers", "version": 1, "answers,form": 1, "x": 2}'), "unexpected"


def newer_versions() -> Hostile:
    for version in (3, 4, 10, 99, 2**31, 2**53, 10**300):
        yield signed(readable_file(version=version)), "newer"
        yield signed(locked_members(version=version)), "newer"
        yield signed({"format": "form-answers", "version": version, "new": {"__proto__": None}}), "newer"


def absurd_lengths() -> Hostile:
    for answers in (answers for limit, answers in OVER_THE_EDGE.items() if limit != "bytes"):
        yield signed(readable_file(answers)), "unexpected"
    for count in (201, 1000, 20_000):
        yield signed(readable_file({"a": [True] * count})), "unexpected"
        yield signed(readable_file({"a": {"b": [{"c": "d"}] * count}})), "unexpected"
    yield signed(readable_file({f"a-{number}": {} for number in range(200_001)})), "unexpected"
    yield signed(readable_file({"a" * 1_000_000: True})), "unexpected"
    yield signed(readable_file(form="a" * 1_000_000)), "unexpected"
    for size in (5_000_001, 6_000_000):
        yield signed(readable_file({"a": "b" * size})), "too-large"
        yield b"x" * size, "too-large"


def deep_nesting() -> Hostile:
    text = json.dumps(readable_file({"a": 7}))
    for depth in (6, 7, 10, 100, 1000, 10_000, 50_000, 100_000):
        for start, end in (("[", "]"), ('{"a": ', "}"), ('[{"__proto__": ', "}]"), ('["b", ', "]")):
            nested = start * depth + "7" + end * depth
            yield signed(text.replace("7", nested)), "unexpected"
            yield signed(text.replace('"a-form"', nested)), "unexpected"
            yield signed(text.replace("7", start * depth)), "damaged"
            yield nested.encode(), "not-ours"


def wrong_checks() -> Hostile:
    chance = random.Random(5)
    for members in (readable_file({"a": "b"}), locked_members()):
        good = signed(members)
        before, digits = good[: -locked_file.TAIL], good[-12:-4]
        assert before + f',\n  "check": "{digits.decode()}"\n}}\n'.encode() == good
        for _ in range(40):
            other = chance.randbytes(4).hex().encode()
            yield good.replace(digits, other if other != digits else b"00000000"), "damaged"
        for tail in (
            b"\n}\n",
            b"}",
            b"",
            b',\n  "check": ""\n}\n',
            b',\n  "check": null\n}\n',
            b',\n  "check": {"__proto__": 1}\n}\n',
            b',\n  "check": "' + digits + b'"\n}\x00',
            b',\n  "check": "' + digits + b'"\n}\n}',
            b',\n\t"check": "' + digits + b'"\n}\n',
            b', "check": "' + digits + b'"}\n',
            b',\n  "check": "' + digits + b'0"\n}\n',
            b',\n  "check": "' + digits + b'", "check": "' + digits + b'"\n}\n',
            good[-locked_file.TAIL :] * 2,
        ):
            yield before + tail, "damaged"
        yield good.replace(digits, digits.upper() if digits.upper() != digits else b"ABCDEF01"), "damaged"
        yield b"\xef\xbb\xbf\xef\xbb\xbf" + good, "damaged"
        yield good.replace(b"1,", b"2,", 1), "damaged"


def no_json() -> Hostile:
    text = json.dumps(readable_file({"a": "b"}))
    for broken in (
        text[:-2] + "}",
        text[:-1] + ",}",
        text[:-1] + "]}",
        text[:-1] + "}}",
        text + text,
        text.replace('"b"', "'b'"),
        text.replace('"b"', "undefined"),
        text.replace('"b"', "NaN"),
        text.replace('"b"', "01"),
        text.replace('"b"', '"\n"'),
        text.replace('"b"', '"\\x"'),
        text.replace('"b"', "/* c */ 1"),
        text.replace('"b"', '"</script><script>alert(1)</script>'),
        text.replace('"b"', "eval(1)"),
        text.replace('"b"', '"\ud800"'),
        "\ufeff" + text,
    ):
        yield signed(broken), "damaged"
    for bad in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82", b"\x80"):
        before = text.encode()[:-1].replace(b'"b"', b'"' + bad + b'"')
        yield locked_file.with_check(before), "damaged"


def absurd_locks() -> Hostile:
    for rounds in (0, 1, -1, 1000, 599_999, 10_000_001, 2**31, 2**53, 1e300, 600_000.5, "600000", None, True, [], {}):
        yield signed(locked_members(rounds=rounds)), "unexpected"
    yield signed(json.dumps(locked_members()).replace("600000", "1e999")), "unexpected"
    odd = ["", "=", "AAAA", "A" * 23, "A" * 24, "A" * 21 + "B==", " " * 24, "é" * 24, None, 7, True, [], {}, ["A"] * 24]
    odd += [base64.b64encode(bytes(length)).decode() for length in (0, 1, 11, 13, 15, 17, 32, 100_000)]
    for member, size in (("salt", 16), ("nonce", 12), ("data", 4112)):
        good = base64.b64encode(b"\xff" * size).decode()
        wrong = [
            *odd,
            good + "\n",
            " " + good,
            good[:4] + "\n" + good[4:],
            good.replace("/", "_"),
            good.rstrip("=") + ".",
        ]
        for value in wrong:
            yield signed(locked_members(**{member: value})), "unexpected"
    for length in (16, 4095 + 16, 4096, 4097 + 16, 8192):
        yield signed(locked_members(data=base64.b64encode(bytes(length)).decode())), "unexpected"
    for method in ("", "PBKDF2", "none", "AES-256-CBC", "aes-256-gcm", None, 1, [], {"__proto__": {}}):
        yield signed(locked_members(key=method)), "unexpected"
        yield signed(locked_members(cipher=method)), "unexpected"


KINDS = {
    kind.__name__: kind
    for kind in (
        other_json,
        other_files,
        bad_names,
        wrong_types,
        wrong_members,
        newer_versions,
        absurd_lengths,
        deep_nesting,
        wrong_checks,
        no_json,
        absurd_locks,
    )
}
