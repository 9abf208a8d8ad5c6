import assert from "node:assert/strict";
import { test } from "node:test";
import { toBase64 } from "../../overrides/scripts/files/base64.js";
import {
  boundBytes,
  CIPHER_METHOD,
  isEnvelope,
  KEY_METHOD,
  LOCKED_BLOCK,
  NONCE_BYTES,
  SALT_BYTES,
} from "../../overrides/scripts/files/locked-envelope.js";

const zeros = (length) => toBase64(new Uint8Array(length));
const TAG_BYTES = 16;
const envelope = {
  format: "locked",
  version: 1,
  key: KEY_METHOD,
  rounds: 600000,
  salt: zeros(SALT_BYTES),
  cipher: CIPHER_METHOD,
  nonce: zeros(NONCE_BYTES),
  data: zeros(LOCKED_BLOCK + TAG_BYTES),
};

test("an envelope is one", () => {
  assert.ok(isEnvelope(envelope));
  assert.ok(isEnvelope({ ...envelope, rounds: 10000000, data: zeros(3 * LOCKED_BLOCK + TAG_BYTES) }));
});

const wrong = {
  key: ["PBKDF2-HMAC-SHA-1", null],
  cipher: ["AES-128-GCM"],
  rounds: [599999, 10000001, 600000.5, "600000", null],
  salt: [zeros(SALT_BYTES - 1), zeros(SALT_BYTES + 1), "?", 5],
  nonce: [zeros(NONCE_BYTES + 1), ""],
  data: [zeros(TAG_BYTES), zeros(LOCKED_BLOCK), zeros(LOCKED_BLOCK + TAG_BYTES + 1), "", undefined],
};
for (const [name, values] of Object.entries(wrong)) {
  for (const value of values) {
    test(`one with ${name} ${String(value).slice(0, 20)} is none`, () => {
      assert.ok(!isEnvelope({ ...envelope, [name]: value }));
    });
  }
}

test("one with a member more or less is none", () => {
  assert.ok(!isEnvelope({ ...envelope, more: 1 }));
  const { version, ...less } = envelope;
  assert.equal(version, 1);
  assert.ok(!isEnvelope(less));
});

test("all that stands before the data is bound to it, in one order", () => {
  const text = new TextDecoder().decode(boundBytes(envelope));
  const { data, ...bound } = envelope;
  assert.equal(text, Object.values(bound).join(" "));
  const turned = Object.fromEntries(Object.entries(envelope).reverse());
  assert.deepEqual(boundBytes(turned), boundBytes(envelope));
  assert.ok(!text.includes(data));
});
