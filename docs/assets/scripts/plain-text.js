/**
 * Writes a form as plain text, for a client's file.
 *
 * @param {string} title The page's heading.
 * @param {import("./form-items.js").FormItem[]} items
 * @param {{done: string, open: string, notApplicable: string, date: string}} marks Words from the page.
 * @returns {string} The title, a line for the date, and each group with its items and answers.
 */
export function toPlainText(title, items, marks) {
  const lines = [title, `${marks.date}: `];
  let group = null;
  for (const item of items) {
    if (item.group !== group) {
      group = item.group;
      lines.push("", group);
    }
    let mark = marks.open;
    if (item.notApplicable.checked) {
      mark = marks.notApplicable;
    } else if (item.isDone) {
      mark = marks.done;
    }
    lines.push(`${mark} ${item.text}`);
    for (const line of item.answerText ? item.answerText.split("\n") : []) {
      lines.push(`    ${line}`);
    }
  }
  return lines.join("\n") + "\n";
}
