/**
 * Writes a form as a document that word processors open (Rich Text Format 1.9), for a client's file.
 *
 * @param {{title: string, hasDate: boolean, entries: any[]}} outline What `outlineOf` gives.
 * @param {Record<string, string>} words What the form says, in the language of the page.
 * @returns {string} Only ASCII: other characters are written as their code.
 */
export function toRichText(outline, words) {
  const body = [paragraph(outline.title, "\\sb0\\sa200\\b\\fs36")];
  if (outline.hasDate) {
    body.push(paragraph(`${words.date}: `));
  }
  let heading = null;
  for (const entry of outline.entries) {
    if (entry.heading !== heading) {
      heading = entry.heading;
      body.push(paragraph(heading, "\\keepn\\sb280\\sa80\\b\\fs28"));
    }
    body.push(paragraph(entry.mark ? `${entry.mark} ${entry.text}` : entry.text, "\\keepn\\sb80\\b"));
    if (entry.rows) {
      body.push(table(entry));
    } else if (entry.answer) {
      body.push(paragraph(entry.answer));
    }
  }
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\fswiss Arial;}}\\paperw11906\\paperh16838\\fs22\n${body.join("\n")}\n}\n`;
}

const TEXT_WIDTH = 9026;

// The first letter says it, or a mark of direction; figures and signs have none of their own.
const FIRST_STRONG = /[\p{L}\u200e\u200f]/u;
const FROM_THE_RIGHT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Which way a paragraph is written. */
function direction(text) {
  const [first] = FIRST_STRONG.exec(text) ?? [""];
  return FROM_THE_RIGHT.test(first) ? "\\rtlpar\\qr\\rtlch" : "\\ltrpar";
}

function paragraph(text, style = "") {
  return `{\\pard${direction(text)}\\sa60${style} ${escaped(text)}\\par}`;
}

function table({ columns, rows }) {
  const width = Math.floor(TEXT_WIDTH / (columns.length + 1));
  const line = (cells, style) => {
    const edges = cells.map((_, index) => `\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\clbrdrb\\brdrs\\clbrdrr\\brdrs\\cellx${width * (index + 1)}`);
    const texts = cells.map((cell) => `{\\pard\\intbl${direction(cell)}${style} ${escaped(cell)}\\cell}`);
    return `{\\trowd\\trgaph80${style ? "\\trhdr" : ""}${edges.join("")}${texts.join("")}\\row}`;
  };
  return [line(["", ...columns], "\\b"), ...rows.map(({ name, cells }) => line([name, ...cells], ""))].join("\n");
}

/** Control characters, and all that is not ASCII, in the way of the format: each UTF-16 unit as a signed number. */
function escaped(text) {
  return text
    .replace(/[\\{}]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\line ")
    .replace(/\t/g, "\\tab ")
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`);
}
