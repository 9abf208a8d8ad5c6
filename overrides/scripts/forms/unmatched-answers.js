import { neededPart } from "../lib/needed-part.js";

/** What an older file holds and the form has no place for any more: shown, kept in the next file, printed. */
export class UnmatchedAnswers {
  /**
   * @param {HTMLElement} section Hidden while there is nothing.
   * @param {Record<string, string>} labels What names that are gone were about.
   * @param {(name: string) => string} labelOnForm What a field that is there asks; empty where there is none.
   * @param {(name: string) => boolean} isForProfessional Whether it belongs to what only the professional keeps.
   */
  constructor(section, labels, labelOnForm, isForProfessional) {
    this.section = section;
    this.labels = labels;
    this.labelOnForm = labelOnForm;
    this.isForProfessional = isForProfessional;
    this.list = neededPart("UnmatchedAnswers", section, "[data-unmatched-list]");
    this.answers = {};
  }

  get isThere() {
    return Object.keys(this.answers).length > 0;
  }

  /** @param {object} answers By their former names. */
  show(answers) {
    this.answers = answers;
    this.section.hidden = !this.isThere;
    this.list.replaceChildren(
      ...this.entries().flatMap(({ label, text, isKept }) => [
        unmatchedEntry("dt", label, isKept),
        unmatchedEntry("dd", text, isKept),
      ]),
    );
  }

  /** @returns {{label: string, text: string, isKept: boolean}[]} */
  entries() {
    const entries = [];
    for (const [name, value] of Object.entries(this.answers).flatMap(([whole, answer]) => piecesOf(whole, answer))) {
      const entry = { label: this.labelOf(name), text: this.textOf(name, value), isKept: this.isForProfessional(name) };
      const before = entries.at(-1);
      // What has one label stands under it together, such as the blanks of a sentence.
      if (before?.label === entry.label) {
        before.text += `\n${entry.text}`;
      } else {
        entries.push(entry);
      }
    }
    return entries;
  }

  /** A cell of a table is called by its row and its column, where these are gone; else by what it is a piece of. */
  labelOf(name) {
    const [, table, row, column] = /^(.+)\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
    const isKnown = (one) => Object.hasOwn(this.labels, one);
    const pieces = [name, `${table}@${row}`, `${table}/${column}`].filter(isKnown);
    const whole = [name.replace(/\/[^/]+$/, ""), table].find(isKnown);
    return pieces.map((one) => this.labels[one]).join(": ") || this.labels[whole] || this.labelOnForm(name) || name;
  }

  /** A choice that is gone by what it said. */
  textOf(name, value) {
    return this.labels[`${name}=${value}`] ?? asText(value);
  }
}

function unmatchedEntry(tag, text, isKept) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.dir = "auto";
  made.toggleAttribute("data-kept", isKept);
  return made;
}

/** What a whole table or sentence held, piece by piece; any other answer as it is. */
function piecesOf(name, value) {
  const pieces = typeof value === "object" && !value.strokes ? Object.entries(value) : [];
  if (pieces.length === 0) {
    return [[name, value]];
  }
  return pieces.flatMap(([piece, held]) => {
    const place = Array.isArray(value) ? Number(piece) + 1 : piece;
    return piecesOf(`${name}/${place}`, held);
  });
}

/** Any answer as text: what is in it, one value a line. */
function asText(value) {
  if (value === true) {
    return "✓";
  }
  return typeof value === "object" ? Object.values(value).map(asText).join("\n") : String(value);
}
