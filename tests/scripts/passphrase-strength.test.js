import assert from "node:assert/strict";
import { test } from "node:test";
import { strengthOf } from "../../overrides/scripts/files/passphrase-strength.js";

for (const passphrase of ["zomer kachel brief wandelen", "river lamp copper seventeen", "T7#kq!Zp2mX9vW4s"]) {
  test(`"${passphrase}" is enough`, () => {
    assert.ok(strengthOf(passphrase).isEnough);
  });
}

const weak = {
  "": "nothing",
  "brief kachel": "two words",
  "brief brief brief brief": "one word again and again",
  abcdefghijklmnop: "a row of letters",
  "1234567890123456": "a row of figures",
  qwertyuiopasdfgh: "a row of a keyboard",
  azertyuiopqsdfgh: "a row of another keyboard",
  aaaaaaaaaaaaaaaa: "one letter",
  xkxkxkxkxkxkxkxk: "one pair again and again",
  "T7#kq!Zp2": "few characters",
};
for (const [passphrase, what] of Object.entries(weak)) {
  test(`${what} is not enough`, () => {
    assert.ok(!strengthOf(passphrase).isEnough);
  });
}

test("words are counted once, and letters of every writing make words", () => {
  assert.equal(strengthOf("brief brief lamp").words, 2);
  assert.equal(strengthOf("письмо лампа вечер дождь").words, 4);
});

test("it is long by its characters or by its words", () => {
  assert.ok(!strengthOf("abc").isLong);
  assert.ok(strengthOf("T7#kq!Zp2mX9vW4s").isLong);
  assert.ok(strengthOf("een kip dag bus").isLong);
});
