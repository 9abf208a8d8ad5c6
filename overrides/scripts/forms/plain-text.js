/**
 * Writes a form as plain text, for a client's file.
 *
 * @param {{title: string, hasDate: boolean, entries: any[]}} outline What `outlineOf` gives.
 * @param {Record<string, string>} words What the form says, in the language of the page.
 * @returns {string} The title, a line for the date of a list, and each part with its fields and answers.
 */
export function toPlainText(outline, words) {
  const lines = [outline.title];
  if (outline.hasDate) {
    lines.push(`${words.date}: `);
  }
  let heading = null;
  for (const entry of outline.entries) {
    if (entry.heading !== heading) {
      heading = entry.heading;
      lines.push("", heading);
    }
    lines.push(entry.mark ? `${entry.mark} ${entry.text}` : entry.text);
    lines.push(...indented(entry.rows ? rowsAsText(entry) : entry.answer));
  }
  return lines.join("\n") + "\n";
}

function rowsAsText({ columns, rows }) {
  return rows
    .map(({ name, cells }) =>
      [name, ...cells.map((cell, index) => (cell ? `  ${columns[index]}: ${cell}` : "")).filter(Boolean)].join("\n"),
    )
    .join("\n");
}

function indented(text) {
  return text ? text.split("\n").map((line) => `    ${line}`) : [];
}
