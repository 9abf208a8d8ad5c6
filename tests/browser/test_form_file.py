"""The file of a kept form: what is read is what was written, damage is noticed, a hostile file does nothing, and a
locked file opens with its passphrase only. All in the site's own scripts in a real browser.
"""

from __future__ import annotations

import base64
import json
import random
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import locked_file
import pytest
from hostile_files import KINDS, OVER_THE_EDGE, locked_members, readable_file, signed
from houvast.data.passphrase_words import load_words
from houvast.output.script_bundle import bundle_modules, read_modules
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from project_root import ROOT
from site_languages import LANGUAGES, WHOLE
from site_server import SiteServer

SCRIPTS = ROOT / "overrides/scripts"
SCHEMA = json.loads((ROOT / "overrides/assets/form-answers-1.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# What the page gives the tests. Arguments travel as packed JSON, since some are huge; bytes in it as base64, and
# answers as JSON in it, which keeps half characters.
ENTRY = """\
import { checksum } from "./files/checksum.js";
import { FileProblem, readFormFile, writeFormFile } from "./files/form-file.js";
import { normalPassphrase } from "./files/passphrase-form.js";
import { canLock, lockText, unlockText } from "./files/passphrase-lock.js";
import { strengthOf } from "./files/passphrase-strength.js";

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
const contents = (bytes) => attempt(() => JSON.stringify(readFormFile(bytes)));
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
  contents: (files) => files.map((file) => contents(bytesOf(file))),
  normal: (typed) => typed.map(normalPassphrase),
  areEnough: (passphrases) => passphrases.map((passphrase) => strengthOf(normalPassphrase(passphrase)).isEnough),
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
    const counts = {}, whole = contents(bytesOf(file));
    for (const bytes of damages(bytesOf(file), every ? others : flips, every ? all : [0, 0x20, 0x41])) {
      const read = contents(bytes);
      const code = read === whole ? "the same" : read;
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

    def contents(self, files: list[bytes]) -> list[str]:
        """What is in each file, as JSON, or the code of its problem."""
        return self.call("contents", [base64.b64encode(file).decode() for file in files])

    def verdict(self, file: bytes) -> str:
        return self.verdicts([file])[0]

    def write(self, answers: object, form: str = "a-form") -> str:
        return self.call("write", form, json.dumps(answers))

    def unlock(self, file: bytes, passphrase: str) -> str:
        """What is in a locked file, or the code of the problem."""
        return self.call("unlock", base64.b64encode(file).decode(), passphrase)


def script() -> str:
    return bundle_modules({**read_modules(SCRIPTS), "test-entry.js": ENTRY}, "test-entry.js")


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
    | st.fixed_dictionaries({}, optional={"done": ticks, "answer": texts})
    | st.fixed_dictionaries({"not-applicable": ticks}, optional={"answer": texts})
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
# White space that changed is no damage, where what is read is the same.
NOTICED_OR_THE_SAME = NOTICED | {"the same"}


def test_any_damaged_missing_or_added_byte_of_a_file_is_noticed(form_file: FormFilePage) -> None:
    file = form_file.write({"b/c": "één", "d": [{"e": True}], "f": {"points": [0, 10]}}).encode()
    found = form_file.call("afterDamage", base64.b64encode(file).decode(), True)
    assert set(found) == NOTICED_OR_THE_SAME
    assert sum(found.values()) == len(file) * (255 + 2) + (len(file) + 1) * 256


def test_any_damaged_missing_or_added_byte_of_a_locked_file_is_noticed(form_file: FormFilePage, locked: bytes) -> None:
    found = form_file.call("afterDamage", base64.b64encode(locked).decode(), False)
    assert set(found) == NOTICED_OR_THE_SAME
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
    (whole,) = form_file.contents([file])
    assert set(form_file.contents([change(file) for change in changes])) <= {*NOTICED, whole}


# Files are changed as text, and printed anew, as editors and other programs do.
FORGIVEN: dict[str, Callable[[str], str | bytes]] = {
    "byte order mark": lambda text: "\ufeff" + text,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old": lambda text: text.replace("\n", "\r"),
    "no line feed at the end": lambda text: text.rstrip(),
    "more line feeds at the end": lambda text: text + "\n \n",
    "all of these": lambda text: "\ufeff" + text.replace("\n", "\r\n").rstrip(),
    "an empty line first": lambda text: "\n" + text,
    "spaces at the ends of lines": lambda text: text.replace("\n", "  \n"),
    "four spaces": lambda text: json.dumps(json.loads(text), indent=4, ensure_ascii=False),
    "tabs": lambda text: json.dumps(json.loads(text), indent="\t", ensure_ascii=False),
    "one line": lambda text: json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False),
    "space before colons": lambda text: json.dumps(json.loads(text), indent=2, separators=(",", " : ")),
    "only ASCII": lambda text: json.dumps(json.loads(text), indent=2),
    "slashes with a backslash": lambda text: text.replace("/", "\\/"),
    "numbers with a point": lambda text: re.sub(r"^( +)(\d+)(,?)$", r"\1\2.0\3", text, flags=re.MULTILINE),
}
# In these, something is really other than it was.
REFUSED: dict[str, Callable[[str], str | bytes]] = {
    "a letter": lambda text: text.replace("één", "eén"),
    "a letter, printed anew": lambda text: json.dumps(json.loads(text.replace("één", "eén"))),
    "a capital": lambda text: text.replace("één", "Één"),
    "another form of the same letter": lambda text: unicodedata.normalize("NFD", text),
    "a space in a text": lambda text: text.replace("b  c", "b c"),
    "a line break in a text": lambda text: text.replace("\\n", "\\r\\n"),
    "typographic quotes": lambda text: text.replace('"één', "“één"),
    "a number": lambda text: text.replace("10", "11"),
    "a number as text": lambda text: re.sub(r"\b10\b", '"10"', text),
    "a line lost": lambda text: text.replace('    "g": true,\n', ""),
    "a line twice": lambda text: text.replace('    "g": true,\n', '    "g": true,\n' * 2),
    "a name twice, with another answer first": lambda text: text.replace('    "g"', '    "g": "x",\n    "g"'),
    "the checksum twice": lambda text: text.replace('  "check"', '  "check": "00000000",\n  "check"'),
    "the checksum first": lambda text: json.dumps(
        {"format": "form-answers", "check": json.loads(text)["check"]} | json.loads(text), ensure_ascii=False
    ),
    "the checksum in capitals": lambda text: re.sub(r'[0-9a-f]{8}(?="\n}\n$)', lambda check: check[0].upper(), text),
    "the checksum gone": lambda text: re.sub(r',\n  "check": "[0-9a-f]{8}"', "", text),
    "members in another order": lambda text: json.dumps(json.loads(text), indent=2, sort_keys=True).replace(
        '{\n  "answers"', '{\n  "format": "form-answers",\n  "answers"'
    ),
    "something behind it": lambda text: text + "x",
    "two files in one": lambda text: text + text,
    "another encoding": lambda text: text.encode("latin-1"),
    "a comma too many": lambda text: text.replace("\n  },", ",\n  },"),
    "a remark": lambda text: text.replace('"version"', '/* mine */ "version"'),
}
FULL: dict[str, Any] = {"b/c": "één b  c\nd / \\", "g": True, "d": [{"e": True}], "7": "x", "f": {"points": [0, 10]}}


@pytest.mark.parametrize("change", FORGIVEN)
def test_what_changes_no_content_is_forgiven(form_file: FormFilePage, locked: bytes, change: str) -> None:
    for text in (form_file.write(FULL), locked.decode()):
        changed = FORGIVEN[change](text)
        file = changed if isinstance(changed, bytes) else changed.encode()
        assert file != text.encode() or text == locked.decode()
        assert len(set(form_file.contents([file, text.encode()]))) == 1
    assert form_file.unlock(file, PASSPHRASE) == form_file.unlock(locked, PASSPHRASE)


@pytest.mark.parametrize("change", REFUSED)
def test_what_changes_content_is_refused(form_file: FormFilePage, change: str) -> None:
    text = form_file.write(FULL)
    changed = REFUSED[change](text)
    assert changed != text
    assert form_file.verdict(changed if isinstance(changed, bytes) else changed.encode()) == "damaged"


def test_white_space_of_another_program_is_forgiven_as_far_as_it_can_be_known(form_file: FormFilePage) -> None:
    file = signed(readable_file({"a": "b"}))
    assert file.count(b"\n") == 3
    assert form_file.verdicts([b"\xef\xbb\xbf" + file.replace(b"\n", b"\r\n"), file.rstrip()]) == ["read", "read"]
    assert form_file.verdict(json.dumps(json.loads(file), indent=2).encode()) == "damaged"


# --- Hostile files ---


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
    for other in (PASSPHRASE.replace(" ", ""), PASSPHRASE.replace("é", "e"), ""):
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
    assert locked_file.open_file(locked, PASSPHRASE.upper()) == readable.encode()
    with pytest.raises(locked_file.CannotOpenError):
        locked_file.open_file(locked, PASSPHRASE.lower() + ".")


def test_a_file_that_another_program_locked_opens(form_file: FormFilePage, readable: str) -> None:
    for version in (1, 2):
        file = locked_file.lock_file(readable.encode(), PASSPHRASE, version)
        assert form_file.unlock(file, PASSPHRASE) == readable


def test_the_version_of_a_locked_file_cannot_be_changed(form_file: FormFilePage, locked: bytes) -> None:
    file = signed(locked_file.read_checked(locked) | {"version": 1})
    assert form_file.verdict(file) == "locked"
    assert form_file.unlock(file, PASSPHRASE) == "wrong-passphrase"


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


# --- Passphrases ---

# Each as several keyboards, phones and habits type it.
TYPED_OTHERWISE = [
    ("oma's fiets regen", "Oma’s fiets regen", "OMA‘S FIETS REGEN", "oma´s  fiets\tregen ", "omaʼs fiets\u00a0regen"),
    (
        "oma's fiets regen",
        "oma′s\u2009fiets\u3000regen",
        "\ufeffoma`s fiets re\u00adgen",
        "oma\uff07s fiets regen\u200b",
    ),
    ('zij zei "ja" toen', "Zij zei “ja” toen", "zij zei „ja” toen", "zij zei «ja» toen"),
    ("kop-van-jut", "kop–van—jut", "kop--van\u2011jut", "kop\u2212van\u2010jut"),
    ("wacht...", "wacht…"),
    ("één zeeën", "e\u0301e\u0301n zeee\u0308n", "ÉÉN ZEEËN"),
    ("straße fluss", "STRASSE FLUSS", "Straße Fluß", "strasse fluss"),
    ("izmir ışık", "İZMİR IŞIK", "izmir işik"),
    ("fietsen 25", "ﬁetsen ２５", "fietsen\u2028\u200f25"),
    ("οδος", "ΟΔΟΣ", "οδοσ"),
]


@pytest.mark.parametrize("typed", TYPED_OTHERWISE, ids=lambda typed: typed[0])
def test_a_passphrase_has_one_form_however_it_is_typed(form_file: FormFilePage, typed: tuple[str, ...]) -> None:
    assert len(set(form_file.call("normal", typed))) == 1


def test_a_locked_file_opens_however_the_passphrase_is_typed(form_file: FormFilePage, readable: str) -> None:
    first, *others = TYPED_OTHERWISE[0]
    file = form_file.call("lock", readable, first).encode()
    for other in others:
        assert form_file.unlock(file, other) == readable


letters = st.text(
    alphabet=st.sampled_from("aAzZéËßİıIﬁΣσς٣２ \t\u00a0\u2009\u3000-–—\u2212'’`´ʼ“„\"«\u00ad\u200b\ufeff\ufe0f🙂ŉ"),
    max_size=12,
)


@in_batches
@given(typed=st.lists(letters, max_size=30))
def test_the_form_is_the_one_of_the_documentation_and_stays_as_it_is(form_file: FormFilePage, typed: list[str]) -> None:
    normal = form_file.call("normal", typed)
    assert normal == [locked_file.normal_form(text) for text in typed]
    assert form_file.call("normal", normal) == normal


EASY_TO_GUESS = [
    "",
    "geheim",
    "drie korte wrd",
    "1 2 3 4",
    "aaaaaaaaaaaaaaaa",
    "ja ja ja ja",
    "12345678 12345678",
    "1234567812345678",
    "1234567890123456",
    "abcdefghijklmnop",
    "aaa bbb ccc ddd",
    "abababababababab",
    "fiets Fiets FIETS fiets",
    "geheim geheim geheim geheim",
    "geheimgeheimgeheim",
    "wachtwoord1234567",
    "qwertyuiopasdfghjkl",
    "azertyuiopqsdfghjklm",
    "a b c d e f g h i j k l m n o p",
    "op de an in te zo",
    "................",
    "    \u200b    \u200b    ",
]
GOOD_ENOUGH = [
    "fiets regen appel trein",
    "Fiets-regen-appel-trein",
    "correcthorsebatterystaple",
    "fietsregenappeltrein",
    "vier blauwe zeeën, één çeşme",
    "xK9#vQ2!mP7$rT4&",
    "дождь яблоко поезд окно",
]


def test_a_passphrase_that_is_easy_to_guess_is_known(form_file: FormFilePage) -> None:
    enough = form_file.call("areEnough", EASY_TO_GUESS + GOOD_ENOUGH)
    taken = [passphrase for passphrase, isEnough in zip(EASY_TO_GUESS + GOOD_ENOUGH, enough, strict=True) if isEnough]
    assert taken == GOOD_ENOUGH


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_from_the_words_is_never_refused(form_file: FormFilePage, language: str) -> None:
    words, chance = load_words(ROOT / "data" / language), random.Random(7)
    drawn = [" ".join(chance.sample(words, 5)) for _ in range(5000)]
    # The shortest ones too, which hold least that is new.
    drawn += [" ".join(chance.sample(sorted(words, key=len)[:60], 5)) for _ in range(5000)]
    assert all(form_file.call("areEnough", drawn))


# --- The page that describes the format ---


@pytest.mark.parametrize("language", WHOLE)
def test_the_passphrases_of_the_page_have_the_forms_that_it_says(form_file: FormFilePage, language: str) -> None:
    text = (ROOT / "docs" / language / "over/bestandsformaat.md").read_text("utf-8")
    pairs = re.findall(r'^("(?:[^"\\]|\\.)*") +("(?:[^"\\]|\\.)*")$', text, re.MULTILINE)
    typed, forms = ([json.loads(pair[side]) for pair in pairs] for side in (0, 1))
    assert len(pairs) > 3
    assert [locked_file.normal_form(one) for one in typed] == forms
    assert form_file.call("normal", typed) == forms


@pytest.mark.parametrize("language", WHOLE)
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
