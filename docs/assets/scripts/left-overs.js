import { neededPart } from "./needed-part.js";

/** What an older file holds and the form has no place for any more: shown, kept in the next file, printed. */
export class LeftOvers {
  /**
   * @param {HTMLElement} section Hidden while there is nothing.
   * @param {Record<string, string>} labels What names that are gone were about.
   * @param {(name: string) => boolean} isForProfessional Whether it belongs to what only the professional keeps.
   */
  constructor(section, labels, isForProfessional) {
    this.section = section;
    this.labels = labels;
    this.isForProfessional = isForProfessional;
    this.list = neededPart("LeftOvers", section, "[data-left-over-list]");
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
        leftOverEntry("dt", label, isKept),
        leftOverEntry("dd", text, isKept),
      ]),
    );
  }

  /** @returns {{label: string, text: string, isKept: boolean}[]} */
  entries() {
    return Object.entries(this.answers)
      .flatMap(([name, value]) => cellsOf(name, value))
      .map(([name, value]) => ({ label: this.labelOf(name), text: asText(value), isKept: this.isForProfessional(name) }));
  }

  /** A cell of a table is called by its row and its column, where these are gone. */
  labelOf(name) {
    const [, table, row, column] = /^(.+)\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
    const known = [name, `${table}@${row}`, `${table}/${column}`].filter((one) => Object.hasOwn(this.labels, one));
    return known.map((one) => this.labels[one]).join(": ") || name;
  }
}

function leftOverEntry(tag, text, isKept) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.dir = "auto";
  made.toggleAttribute("data-kept", isKept);
  return made;
}

/** What a whole table held, cell by cell; any other answer as it is. */
function cellsOf(name, value) {
  const rows = typeof value === "object" ? Object.entries(value) : [];
  if (rows.length === 0 || rows.some(([, cells]) => typeof cells !== "object")) {
    return [[name, value]];
  }
  return rows.flatMap(([row, cells]) => {
    const place = Array.isArray(value) ? Number(row) + 1 : row;
    return Object.entries(cells).map(([column, cell]) => [`${name}/${place}/${column}`, cell]);
  });
}

/** Any answer as text: what is in it, one value a line. */
function asText(value) {
  if (value === true) {
    return "✓";
  }
  return typeof value === "object" ? Object.values(value).map(asText).join("\n") : String(value);
}
