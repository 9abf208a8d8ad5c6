import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64, toBase64 } from "../../overrides/scripts/files/base64.js";
import { hasExactly, readCheckedJson, writeCheckedJson } from "../../overrides/scripts/files/checked-json.js";
import { checksum } from "../../overrides/scripts/files/checksum.js";

const bytes = (text) => new TextEncoder().encode(text);

test("the checksum is the CRC-32 of zip files", () => {
  // The check value of CRC-32/ISO-HDLC, https://reveng.sourceforge.io/crc-catalogue/all.htm
  assert.equal(checksum(bytes("123456789")), "cbf43926");
  assert.equal(checksum(bytes("")), "00000000");
});

test("base64 is that of Node, also for more bytes than are written at once", () => {
  for (const length of [0, 1, 2, 3, 0x8001]) {
    const some = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    assert.equal(toBase64(some), Buffer.from(some).toString("base64"));
    assert.deepEqual(fromBase64(toBase64(some)), some);
  }
});

for (const wrong of ["a", "aa", "aa=", "a a=", "aaa=\n", "aab=", "-_-_", 12, null, undefined, {}]) {
  test(`${JSON.stringify(wrong)} is no base64 that the site would have written`, () => {
    assert.equal(fromBase64(wrong), null);
  });
}

const members = { format: "x", list: [1, { deep: 'a "word" \\ and é' }], empty: {}, number: -1.5e-7 };

test("what was written is read", () => {
  assert.deepEqual(readCheckedJson(bytes(writeCheckedJson(members))), members);
});

const written = writeCheckedJson(members);
const changes = {
  "a BOM": `\ufeff${written}`,
  "other line ends": written.replaceAll("\n", "\r\n"),
  "no line end": written.trimEnd(),
  "another indent": JSON.stringify(JSON.parse(written), null, 4),
  "no white space": JSON.stringify(JSON.parse(written)),
  "letters as codes": written.replace("é", "\\u00e9"),
};
for (const [what, text] of Object.entries(changes)) {
  test(`an editor that writes ${what} changes no content`, () => {
    assert.deepEqual(readCheckedJson(bytes(text)), members);
  });
}

const damage = {
  "another value": written.replace("word", "ward"),
  "another order": written.replace(/( {2}"format": "x",\n)(.*)( {2}"empty": \{\},\n)/s, "$3$2$1"),
  "a name that is there twice": written.replace('"empty"', '"empty": {},\n  "empty"'),
  "another checksum": written.replace(/"check": "../, '"check": "00'),
  "no checksum": JSON.stringify(members),
  "half of it": written.slice(0, written.length / 2),
  "no JSON": "words",
  "an empty file": "",
};
for (const [what, text] of Object.entries(damage)) {
  test(`${what} is damage`, () => {
    assert.notEqual(text, written);
    assert.equal(readCheckedJson(bytes(text)), null);
  });
}

test("bytes that are no UTF-8 are damage", () => {
  assert.equal(readCheckedJson(Uint8Array.of(0xff, 0xfe, 0x7b)), null);
});

test("members have exactly some names in any order, and none that every object has", () => {
  assert.ok(hasExactly({ a: 1, b: 2 }, ["b", "a"]));
  assert.ok(!hasExactly({ a: 1, b: 2 }, ["a"]));
  assert.ok(!hasExactly({ a: 1 }, ["toString"]));
});
