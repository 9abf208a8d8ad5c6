"""The file of a kept form: what is read is what was written, damage is noticed, a hostile file does nothing, and a
locked file opens with its passphrase only. All in the site's own scripts in a real browser.
"""

from __future__ import annotations

import base64
import json
import random
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import locked_file
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from site_server import SiteServer
from tipsite.joined_files import join_modules

SCRIPTS = ROOT / "docs/assets/scripts"
SCHEMA = json.loads((ROOT / "docs/assets/form-answers-1.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# What the page gives the tests. Arguments travel as packed JSON, since some are huge; bytes in it as base64, and
# answers as JSON in it, which keeps half characters.
ENTRY = """\
import { checksum } from "./checksum.js";
import { FileProblem, readFormFile, writeFormFile } from "./form-file.js";
import { canLock, lockText, unlockText } from "./passphrase-lock.js";

const bytesOf = (text) => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes;
};
const unpacked = (text) =>
  new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
const utf8 = (text) => new TextEncoder().encode(text);
const codeOf = (error) => (error instanceof FileProblem ? error.code : `${error.name}: ${error.message}`);
const attempt = (read) => {
  try {
    return read();
  } catch (error) {
    return codeOf(error);
  }
};
const verdict = (bytes) => attempt(() => ("envelope" in readFormFile(bytes) ? "locked" : "read"));
const isBare = (value) => typeof value !== "object" || (
  (Array.isArray(value) || Object.getPrototypeOf(value) === null) && Object.values(value).every(isBare)
);

function* damages(bytes, replacements, insertions) {
  for (let at = 0; at < bytes.length; at += 1) {
    for (const other of replacements(bytes[at])) {
      const replaced = bytes.slice();
      replaced[at] = other;
      yield replaced;
    }
    yield bytes.slice(0, at);
    yield new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1)]);
  }
  for (let at = 0; at <= bytes.length; at += 1) {
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes.subarray(0, at));
    longer.set(bytes.subarray(at), at + 1);
    for (const other of insertions) {
      longer[at] = other;
      yield longer;
    }
  }
}

const functions = {
  canLock,
  checksums: (files) => files.map((file) => checksum(bytesOf(file))),
  verdicts: (files) => files.map((file) => verdict(bytesOf(file))),
  write: (form, answers) => attempt(() => writeFormFile(form, JSON.parse(answers))),
  roundTrips: (all) => all.map((answers) => {
    const text = writeFormFile("a-form", JSON.parse(answers));
    const read = readFormFile(utf8(text));
    return { text, form: read.form, answers: JSON.stringify(read.answers), bare: isBare(read.answers) };
  }),
  afterDamage: (file, every) => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const flips = (byte) => [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => byte ^ (1 << bit));
    const others = (byte) => all.filter((other) => other !== byte);
    const counts = {};
    for (const bytes of damages(bytesOf(file), every ? others : flips, every ? all : [0, 0x20, 0x41])) {
      const code = verdict(bytes);
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  },
  lock: (text, passphrase) => lockText(text, passphrase).catch(codeOf),
  unlock: (file, passphrase) => unlockText(readFormFile(bytesOf(file)).envelope, passphrase)
    .then((bytes) => new TextDecoder().decode(bytes), codeOf),
  prototypes: () => [Object, Array, String].map((kind) => Reflect.ownKeys(kind.prototype).map(String).join()),
};

globalThis.formFile = async ([name, given]) => functions[name](...(await unpacked(given)));
"""


class FormFilePage:
    """A page with the site's scripts for files in it."""

    def __init__(self, evaluate: Callable[..., Any]) -> None:
        self._evaluate = evaluate

    def call(self, name: str, *arguments: object) -> Any:
        packed = base64.b64encode(zlib.compress(json.dumps(arguments).encode(), 1)).decode()
        return self._evaluate("(call) => globalThis.formFile(call)", [name, packed])

    def verdicts(self, files: list[bytes]) -> list[str]:
        """What reading each file ends in: "read", "locked", or the code of its problem."""
        return self.call("verdicts", [base64.b64encode(file).decode() for file in files])

    def verdict(self, file: bytes) -> str:
        return self.verdicts([file])[0]

    def write(self, answers: object, form: str = "a-form") -> str:
        return self.call("write", form, json.dumps(answers))

    def unlock(self, file: bytes, passphrase: str) -> str:
        """What is in a locked file, or the code of the problem."""
        return self.call("unlock", base64.b64encode(file).decode(), passphrase)


def script() -> str:
    modules = {file.name: file.read_text("utf-8") for file in SCRIPTS.glob("*.js")}
    return join_modules({**modules, "test-entry.js": ENTRY}, "test-entry.js")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with SiteServer(tmp_path_factory.mktemp("empty")) as server:
        yield server.url


@pytest.fixture(scope="module")
def form_file(browser: Browser, origin: str) -> Iterator[FormFilePage]:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(origin)
    page.add_script_tag(content=script())
    yield FormFilePage(page.evaluate)
    context.close()


PASSPHRASE = "vier blauwe zeeën, één çeşme"
SECRET = {
    "agreements/neighbours": "Overbuurvrouw Gülşen heeft een sleutel.",
    "agreements/calm-evening": {"with-whom": "oudste dochter", "until": "halfelf"},
    "who-is-home/alone-with": {"done": True, "answer": "zaterdagmiddag"},
}


@pytest.fixture(scope="module")
def readable(form_file: FormFilePage) -> str:
    return form_file.write(SECRET, form="steps-we-take")


@pytest.fixture(scope="module")
def locked(form_file: FormFilePage, readable: str) -> bytes:
    return form_file.call("lock", readable, PASSPHRASE).encode()


# --- What forms hold ---

FORBIDDEN = {"constructor", "prototype"}
pieces = st.text(alphabet="abz019-", min_size=1, max_size=6) | st.sampled_from(
    ["tostring", "valueof", "length", "then", "answers", "check", "format", "strokes", "2024", "7", "constructors"]
)
names = st.lists(pieces, min_size=1, max_size=4).map("/".join)
texts = st.text(max_size=40) | st.sampled_from(
    ['",\n  "check": "00000000"\n}\n', "\ufeff", "\x00", "\u2028", "\\", "</script>", "🙂", "é", "\uffff\ufffd"]
)
ticks = st.just(True)
rows = st.dictionaries(names, ticks | texts, max_size=3)
strokes = st.fixed_dictionaries(
    {
        "pen": st.sampled_from(["black", "blue", "green", "red"]),
        "points": st.lists(st.tuples(*[st.integers(0, 1000)] * 2), min_size=1, max_size=9).map(lambda p: [*sum(p, ())]),
    }
)
answers_of_forms = st.dictionaries(
    names,
    ticks
    | texts
    | st.dates().map(str)
    | st.integers(0, 10).map(str)
    | st.fixed_dictionaries({}, optional={"done": ticks, "not-applicable": ticks, "answer": texts})
    | st.dictionaries(names, texts, max_size=3)
    | st.lists(rows, max_size=4)
    | st.dictionaries(names, rows, max_size=3)
    | st.fixed_dictionaries({}, optional={"strokes": st.lists(strokes, max_size=4), "text": texts}),
    max_size=6,
)


def one_deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return inner | st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)


anything_allowed = ticks | texts | st.integers(0, 100000)
for _ in range(5):
    anything_allowed = one_deeper(anything_allowed)
answers_of_any_kind = st.dictionaries(names, anything_allowed, max_size=4)

in_batches = settings(deadline=None, max_examples=60, print_blob=True)


def same(one: object, other: object) -> bool:
    """Whether two values are written alike: in Python, True equals 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


# --- Writing and reading ---


@in_batches
@given(files=st.lists(st.binary(max_size=300), max_size=20))
def test_the_checksum_is_that_of_zip_files(form_file: FormFilePage, files: list[bytes]) -> None:
    expected = [f"{zlib.crc32(file):08x}" for file in files]
    assert form_file.call("checksums", [base64.b64encode(file).decode() for file in files]) == expected


@in_batches
@given(batch=st.lists(answers_of_forms | answers_of_any_kind, max_size=10))
def test_what_was_written_is_read(form_file: FormFilePage, batch: list[dict[str, Any]]) -> None:
    results = form_file.call("roundTrips", [json.dumps(answers) for answers in batch])
    for answers, result in zip(batch, results, strict=True):
        assert result["form"] == "a-form"
        assert same(json.loads(result["answers"]), answers)
        assert result["bare"], "objects that were read have no prototype"
        members = locked_file.read_checked(result["text"].encode())
        assert same(members, {"format": "form-answers", "version": 1, "form": "a-form", "answers": answers})


@in_batches
@given(batch=st.lists(answers_of_forms, max_size=10))
def test_what_forms_hold_is_written_as_the_schema_says(form_file: FormFilePage, batch: list[dict[str, Any]]) -> None:
    for result in form_file.call("roundTrips", [json.dumps(answers) for answers in batch]):
        VALIDATOR.validate(json.loads(result["text"]))


@in_batches
@given(text=st.text(alphabet=st.sampled_from(["\ud800", "\udbff", "\udc00", "\udfff", "a", "\n", "🙂"]), max_size=9))
def test_half_characters_are_replaced(form_file: FormFilePage, text: str) -> None:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    (result,) = form_file.call("roundTrips", [json.dumps({"a": text})])
    assert json.loads(result["answers"]) == {"a": whole}


def test_a_file_is_laid_out_for_people_too(form_file: FormFilePage) -> None:
    before = '{\n  "format": "form-answers",\n  "version": 1,\n  "form": "a-form",\n  "answers": {\n    "b/c": "é"\n  }'
    assert form_file.write({"b/c": "é"}) == locked_file.with_check(before.encode()).decode()


def test_a_file_with_nothing_filled_in_can_be_read(form_file: FormFilePage) -> None:
    assert form_file.verdict(form_file.write({}).encode()) == "read"


AT_THE_EDGE = {
    "text": {"a": "é" * 100_000},
    "rows": {"a": [{}] * 200},
    "strokes": {"a": {"strokes": [{"pen": "red", "points": [1, 2]}] * 2000}},
    "number": {"a": [100_000]},
    "depth": {"a": [[[[["b"]]]]]},
    "values": {"a": [1] * 199_999},
    "name": {"a" * 200: True},
}
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


@pytest.mark.parametrize("limit", AT_THE_EDGE)
def test_what_is_just_within_the_limits_is_kept(form_file: FormFilePage, limit: str) -> None:
    answers = AT_THE_EDGE[limit]
    (result,) = form_file.call("roundTrips", [json.dumps(answers)])
    assert json.loads(result["answers"]) == answers


@pytest.mark.parametrize("limit", OVER_THE_EDGE)
def test_no_file_is_written_that_could_not_be_read(form_file: FormFilePage, limit: str) -> None:
    assert form_file.write(OVER_THE_EDGE[limit]) == "too-large"


@pytest.mark.parametrize("answers", [None, [], "a", {"a": None}, {"a": False}, {"a": -1}, {"a": 1.5}, {"A": "b"}])
def test_what_is_no_answer_is_never_written(form_file: FormFilePage, answers: object) -> None:
    assert form_file.write(answers).startswith("TypeError")


# --- Damage ---

NOTICED = {"damaged", "not-ours", "empty"}


def test_any_damaged_missing_or_added_byte_of_a_file_is_noticed(form_file: FormFilePage) -> None:
    file = form_file.write({"b/c": "één", "d": [{"e": True}], "f": {"points": [0, 10]}}).encode()
    found = form_file.call("afterDamage", base64.b64encode(file).decode(), True)
    assert set(found) == NOTICED
    assert sum(found.values()) == len(file) * (255 + 2) + (len(file) + 1) * 256


def test_any_damaged_missing_or_added_byte_of_a_locked_file_is_noticed(form_file: FormFilePage, locked: bytes) -> None:
    found = form_file.call("afterDamage", base64.b64encode(locked).decode(), False)
    assert set(found) == NOTICED
    assert sum(found.values()) == len(locked) * (8 + 2) + (len(locked) + 1) * 3


@st.composite
def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A change to a file: some bytes replaced, taken away, added or moved."""
    where = draw(st.floats(0, 1, exclude_max=True))
    length = draw(st.integers(1, 40))
    other = draw(st.binary(max_size=40))

    def change(file: bytes) -> bytes:
        at = int(where * len(file))
        changed = file[:at] + other + file[at + length :]
        return changed if changed != file else file[:at]

    return change


@in_batches
@given(answers=answers_of_forms, changes=st.lists(damage(), min_size=20, max_size=20))
def test_longer_damage_is_noticed_in_any_file(
    form_file: FormFilePage, answers: dict[str, Any], changes: list[Callable[[bytes], bytes]]
) -> None:
    file = form_file.write(answers).encode()
    assert set(form_file.verdicts([change(file) for change in changes])) <= NOTICED


# --- Hostile files ---

Hostile = Iterator[tuple[bytes, str]]


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
    for version in (2, 3, 10, 99, 2**31, 2**53, 10**300):
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
            b',\n  "check": "' + digits + b'"\n}',
            b',\n  "check": "' + digits + b'"\n}\n\n',
            b',\n  "check": "' + digits + b'"\n}\r\n',
            b',\r\n  "check": "' + digits + b'"\r\n}\r\n',
            b', "check": "' + digits + b'"}\n',
            b',\n  "check": "' + digits + b'0"\n}\n',
            b',\n  "check": "' + digits + b'", "check": "' + digits + b'"\n}\n',
            good[-locked_file.TAIL :] * 2,
        ):
            yield before + tail, "damaged"
        yield good.replace(digits, digits.upper() if digits.upper() != digits else b"ABCDEF01"), "damaged"
        yield b"\xef\xbb\xbf" + good, "damaged"
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


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_is_refused_for_what_it_is(form_file: FormFilePage, kind: str) -> None:
    before = form_file.call("prototypes")
    files = list(KINDS[kind]())
    verdicts = form_file.verdicts([file for file, _ in files])
    wrong = [(file[:300], code, given) for (file, code), given in zip(files, verdicts, strict=True) if code != given]
    assert wrong == []
    assert form_file.call("prototypes") == before


def test_the_hostile_files_are_many_and_made_from_good_ones(form_file: FormFilePage) -> None:
    assert len({file for kind in KINDS.values() for file, _ in kind()}) >= 1000
    assert form_file.verdicts([signed(readable_file({"a": "b"})), signed(locked_members())]) == ["read", "locked"]


# --- Locked files ---


def test_a_locked_file_opens_with_its_passphrase(form_file: FormFilePage, locked: bytes, readable: str) -> None:
    assert form_file.verdict(locked) == "locked"
    assert form_file.unlock(locked, PASSPHRASE) == readable


def test_spaces_around_a_passphrase_and_how_accents_are_typed_do_not_matter(
    form_file: FormFilePage, locked: bytes, readable: str
) -> None:
    apart = PASSPHRASE.replace("ë", "e\u0308").replace("é", "e\u0301").replace("ş", "s\u0327")
    assert apart != PASSPHRASE
    assert form_file.unlock(locked, f"\u3000 {apart}\t\n") == readable


def test_another_passphrase_opens_nothing(form_file: FormFilePage, locked: bytes) -> None:
    for other in (PASSPHRASE.upper(), ""):
        assert form_file.unlock(locked, other) == "wrong-passphrase"


@pytest.mark.parametrize("member", ["rounds", "salt", "nonce", "data"])
def test_what_was_changed_on_purpose_opens_nothing(form_file: FormFilePage, locked: bytes, member: str) -> None:
    members = locked_file.read_checked(locked)
    value = members[member]
    changed = value + 1 if member == "rounds" else ("B" if value[0] == "A" else "A") + value[1:]
    file = signed(members | {member: changed})
    assert form_file.verdict(file) == "locked"
    assert form_file.unlock(file, PASSPHRASE) == "wrong-passphrase"


def test_another_program_opens_a_locked_file(locked: bytes, readable: str) -> None:
    assert locked_file.open_file(locked, PASSPHRASE) == readable.encode()
    with pytest.raises(locked_file.CannotOpenError):
        locked_file.open_file(locked, PASSPHRASE.lower() + ".")


def test_a_file_that_another_program_locked_opens(form_file: FormFilePage, readable: str) -> None:
    assert form_file.unlock(locked_file.lock_file(readable.encode(), PASSPHRASE), PASSPHRASE) == readable


def test_a_locked_file_in_a_locked_file_is_refused(form_file: FormFilePage, locked: bytes) -> None:
    assert form_file.unlock(locked_file.lock_file(locked, PASSPHRASE), PASSPHRASE) == "unexpected"


def test_without_the_passphrase_nothing_of_the_form_is_seen(locked: bytes) -> None:
    data = base64.b64decode(locked_file.read_checked(locked)["data"])
    secrets = ["steps-we-take", PASSPHRASE, *re.findall(r'"([^"]+)"', json.dumps(SECRET, ensure_ascii=False))]
    assert len(secrets) > 10
    for secret in secrets:
        for written in (secret.encode(), secret.encode("utf-16-le"), base64.b64encode(secret.encode())):
            for start in range(max(1, len(written) - 5)):
                run = written[start : start + 6]
                assert run not in locked, secret
                assert run not in data, secret


def test_the_length_of_a_locked_file_tells_little(form_file: FormFilePage, locked: bytes) -> None:
    longer = form_file.write({"a": "b" * 3000})
    assert len(form_file.call("lock", longer, PASSPHRASE)) == len(locked)


def test_locking_twice_repeats_nothing(form_file: FormFilePage, locked: bytes, readable: str) -> None:
    one, other = (
        locked_file.read_checked(file) for file in (locked, form_file.call("lock", readable, PASSPHRASE).encode())
    )
    for member in ("salt", "nonce", "data"):
        assert one[member] != other[member]
    ours, theirs = base64.b64decode(one["data"]), base64.b64decode(other["data"])
    assert not {ours[at : at + 8] for at in range(len(ours))} & {theirs[at : at + 8] for at in range(len(theirs))}


def test_a_file_whose_content_fills_whole_blocks_is_locked_without_padding(form_file: FormFilePage) -> None:
    bare = len(form_file.write({"a": ""}).encode())
    full = form_file.write({"a": "b" * (4096 - bare)})
    assert len(full.encode()) == 4096
    file = form_file.call("lock", full, PASSPHRASE).encode()
    assert len(base64.b64decode(locked_file.read_checked(file)["data"])) == 4096 + 16
    assert form_file.unlock(file, PASSPHRASE) == full


def test_a_file_that_would_be_too_large_once_locked_is_not_locked(form_file: FormFilePage) -> None:
    large = form_file.write({f"a-{number}": "b" * 100_000 for number in range(40)})
    assert form_file.call("lock", large, PASSPHRASE) == "too-large"


def test_only_a_page_from_a_safe_address_can_lock(form_file: FormFilePage, browser: Browser) -> None:
    assert form_file.call("canLock") is True
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
    page.goto("http://plain.test/")
    page.add_script_tag(content=script())
    assert FormFilePage(page.evaluate).call("canLock") is False
    context.close()


# --- The page that describes the format ---


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_examples_of_the_page_are_right(form_file: FormFilePage, language: str) -> None:
    text = (ROOT / "docs" / language / "over/bestandsformaat.md").read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (example,) = (block for block in blocks if block.startswith('{\n  "format": "form-answers"'))
    assert form_file.verdict(example.encode()) == "read"
    VALIDATOR.validate(json.loads(example))
    (locked_example,) = (json.loads(block) for block in blocks if block.startswith('{\n  "format": "locked"'))
    assert list(locked_example) == [*locked_members(), "check"]
    assert f"{' '.join(str(locked_example[name]) for name in locked_file.BOUND)}\n" in blocks
    salt = base64.b64decode(locked_example["salt"])
    assert f"{locked_file.make_key('vier blauwe zeeën', salt, 600_000).hex()}\n" in blocks
