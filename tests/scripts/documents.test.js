import assert from "node:assert/strict";
import { test } from "node:test";
import { toPlainText } from "../../overrides/scripts/forms/plain-text.js";
import { toRichText } from "../../overrides/scripts/forms/rich-text.js";

const table = { columns: ["Who", "What"], rows: [{ name: "1", cells: ["Ann", ""] }, { name: "2", cells: ["", "tea"] }] };
const outline = {
  title: "A sheet",
  hasDate: true,
  entries: [
    { heading: "Before", mark: "[x]", text: "Quiet", answer: "" },
    { heading: "Before", mark: "", text: "Who?", answer: "Ann\nBo" },
    { heading: "After", mark: "", text: "Tasks", ...table },
  ],
};
const words = { date: "Date" };

test("plain text has a heading once, answers indented and each cell under its row", () => {
  assert.equal(
    toPlainText(outline, words),
    `A sheet
Date: 

Before
[x] Quiet
Who?
    Ann
    Bo

After
Tasks
    1
      Who: Ann
    2
      What: tea
`,
  );
});

test("plain text without a date has no line for it", () => {
  assert.equal(toPlainText({ title: "T", hasDate: false, entries: [] }, words), "T\n");
});

test("a document is ASCII, its groups are closed, and its table has a row for each row and one for the names", () => {
  const document = toRichText(outline, words);
  assert.match(document, /^[\x20-\x7e\n]+$/);
  assert.equal(document.match(/\{/g).length, document.match(/\}/g).length);
  assert.equal(document.match(/\\row\}/g).length, 1 + table.rows.length);
  assert.equal(document.match(/\\trhdr/g).length, 1);
  assert.ok(document.includes("Ann\\line Bo"));
});

const characters = { "é": "\\u233?", "€": "\\u8364?", "😀": "\\u-10179?\\u-8704?", "{\\}": "\\{\\\\\\}", "\t": "\\tab " };
for (const [character, code] of Object.entries(characters)) {
  test(`${JSON.stringify(character)} is written as ${code}`, () => {
    assert.ok(toRichText({ title: `a${character}b`, hasDate: false, entries: [] }, words).includes(`a${code}b`));
  });
}

for (const [text, isFromTheRight] of [["שלום", true], ["مرحبا", true], ["1 سلام", true], ["Ann שלום", false], ["12", false], ["\u200f12", true]]) {
  test(`${JSON.stringify(text)} is written from the ${isFromTheRight ? "right" : "left"}`, () => {
    const document = toRichText({ title: text, hasDate: false, entries: [] }, words);
    assert.equal(document.includes("\\rtlpar"), isFromTheRight);
  });
}
