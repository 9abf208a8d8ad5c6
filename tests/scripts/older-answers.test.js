import assert from "node:assert/strict";
import { test } from "node:test";
import { FormerNames } from "../../overrides/scripts/forms/former-names.js";
import { UnmatchedAnswers } from "../../overrides/scripts/forms/unmatched-answers.js";

const names = new FormerNames({
  "before/who": "start/asker",
  "before/says/worry": "before/says/thought",
  "before/tasks/doer": "before/tasks/person",
  "before/day@noon": "before/day@midday",
  "before/place=inside": "before/place=indoors",
  "before/tasks/done=yes": "before/tasks/done=well",
});

const answers = {
  "a field": [{ "before/who": "Ann" }, { "start/asker": "Ann" }],
  "a choice": [{ "before/place": "inside" }, { "before/place": "indoors" }],
  "a text that reads like a choice elsewhere": [{ "before/note": "inside" }, { "before/note": "inside" }],
  "a blank": [{ "before/says": { worry: "x", step: "y" } }, { "before/says": { thought: "x", step: "y" } }],
  "columns and choices of rows": [
    { "before/tasks": [{ doer: "Bo", done: "yes" }, {}] },
    { "before/tasks": [{ person: "Bo", done: "well" }, {}] },
  ],
  "a fixed row": [{ "before/day": { noon: { what: "x" } } }, { "before/day": { midday: { what: "x" } } }],
  "a tick": [{ "before/quiet": true }, { "before/quiet": true }],
  "a name that every object has": [{ toString: "x" }, { toString: "x" }],
};
for (const [what, [older, now]] of Object.entries(answers)) {
  test(`${what} is given the name that it has now`, () => {
    assert.deepEqual(names.update(older), now);
  });
}

/** What is left over, as it is shown; of the page it needs the list only. */
function entriesOf(held, labels, onForm = {}, kept = []) {
  const section = { querySelector: () => ({}) };
  const unmatchedAnswers = new UnmatchedAnswers(section, labels, (name) => onForm[name] ?? "", (name) => kept.includes(name));
  unmatchedAnswers.answers = held;
  return unmatchedAnswers.entries();
}

test("what is left over is called by what it was about, what the form still asks, or its name", () => {
  const held = { "a/b": "one", "c/d": "two", "e/f": "three" };
  assert.deepEqual(
    entriesOf(held, { "a/b": "About b" }, { "c/d": "About d" }, ["c/d"]),
    [
      { label: "About b", text: "one", isKept: false },
      { label: "About d", text: "two", isKept: true },
      { label: "e/f", text: "three", isKept: false },
    ],
  );
});

test("a choice is called by what it said, and a tick is a sign", () => {
  const held = { "a/place": "in", "a/told": true };
  assert.deepEqual(
    entriesOf(held, { "a/place=in": "Inside" }).map(({ text }) => text),
    ["Inside", "✓"],
  );
});

test("a cell is called by its row and its column", () => {
  const labels = { "a/day@noon": "Noon", "a/day/what": "What" };
  assert.deepEqual(entriesOf({ "a/day": { noon: { what: "tea" } } }, labels), [
    { label: "Noon: What", text: "tea", isKept: false },
  ]);
});

test("what has one label stands under it together", () => {
  assert.deepEqual(entriesOf({ "a/says": { one: "x", two: "y" } }, { "a/says": "A sentence" }), [
    { label: "A sentence", text: "x\ny", isKept: false },
  ]);
});

test("a drawing is one answer", () => {
  assert.equal(entriesOf({ "a/map": { strokes: [[1, 2]] } }, {}).length, 1);
});
