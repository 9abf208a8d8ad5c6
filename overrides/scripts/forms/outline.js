import { headingOf, isLeftOut } from "../lib/labels.js";

/**
 * What a form says and what was answered, in the order of the page, without what was left out and
 * what the professional keeps: the one source of the
 * copied text and of the document.
 *
 * @param {import("./form.js").Form} form
 * @returns {{title: string, hasDate: boolean, entries: object[]}} Entries as the fields' `outline` gives them: a heading
 *   and a text, with a mark and an answer, or with columns and rows.
 */
export function outlineOf(form) {
  const entries = form.fields
    .filter(({ name, element }) => headingOf(element) !== "" && !name.endsWith("/left-out") && !isLeftOut(element))
    .filter(({ name }) => !form.isForProfessional(name))
    .map((field) => field.outline(form.words));
  const unmatched = form.unmatchedAnswers
    .entries()
    .filter(({ isKept }) => !isKept)
    .map(({ label, text }) => ({ heading: form.words.unmatched, text: label, answer: text }));
  return { title: form.title, hasDate: Boolean(form.progress), entries: [...entries, ...unmatched] };
}
