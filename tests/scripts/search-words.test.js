import assert from "node:assert/strict";
import { test } from "node:test";
import { foldedWords, joinedWords } from "../../overrides/scripts/search/folded-words.js";
import { OtherWords } from "../../overrides/scripts/search/other-words.js";
import { WordForms } from "../../overrides/scripts/search/word-forms.js";

const dutch = new WordForms(["en", "e", "s", "t"], { aa: "a", oo: "o", z: "s" });

const share = (one, other) => dutch.of(one).some((form) => dutch.of(other).includes(form));

test("words are compared without capitals, accents and apostrophes of any kind", () => {
  assert.deepEqual(foldedWords("Foto’s, foto's; IDEEËN?"), ["fotos", "fotos", "ideeen"]);
});

test("what a hyphen joins is several words, and one", () => {
  assert.deepEqual(foldedWords("een time-out"), ["een", "time", "out"]);
  assert.deepEqual(joinedWords("een time-out, 0800-2000"), ["timeout", "08002000"]);
});

for (const [one, other] of [["boos", "boze"], ["boek", "boeken"], ["bel", "bellen"], ["huis", "huizen"]]) {
  test(`"${one}" and "${other}" are forms of one word`, () => assert.ok(share(one, other)));
}

for (const [one, other] of [["boek", "bank"], ["112", "113"], ["mes", "me"]]) {
  test(`"${one}" and "${other}" are not`, () => assert.ok(!share(one, other)));
}

test("a language without endings and letters that sound alike has each word as it is", () => {
  assert.deepEqual(new WordForms([], {}).of("kitap"), ["kitap"]);
});

const others = new OtherWords(
  [["mept, klap", ["slaat"], []], ["man slaat mij", [], [1, 2]], ["slaat", [], [3]], ["code woord", [], [4]], ["bos", ["bomen"], []], ["bose", ["speaker"], []]],
  ["help", "man slaat nu"],
  new Set(["mij", "de"]),
  dutch,
);

function found(query) {
  const words = foldedWords(query);
  const meanings = words.map((word) => others.meaning(word));
  return { pages: others.found(words, meanings).map(({ saying }) => saying.pages), isCry: others.isCry(meanings, words.length) };
}

test("a sentence leads to its pages in any order of its words, and takes the place of what is part of it", () => {
  assert.deepEqual(found("mij slaat mijn man").pages, [[1, 2]]);
});

test("a word that stands for another leads where that leads", () => {
  assert.deepEqual(found("mept").pages, [[3]]);
});

test("a word that is listed itself is not what another is that it shares an ending with", () => {
  assert.ok(others.meaning("bos").has("bomen"));
  assert.ok(others.meaning("bose").has("speaker"));
  assert.ok(!others.meaning("bose").has("bomen"));
});

test("two words that are one are found as one", () => {
  assert.deepEqual(found("codewoord").pages, []);
  assert.deepEqual(found("code woord").pages, [[4]]);
});

test("one word is a cry for help where nothing else is said, a sentence everywhere", () => {
  assert.ok(found("help").isCry);
  assert.ok(!found("help bij verhuizen").isCry);
  assert.ok(found("mijn man slaat nu").isCry);
});
