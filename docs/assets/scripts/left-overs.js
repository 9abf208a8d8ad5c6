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
    return Object.entries(this.answers).map(([name, value]) => ({
      label: Object.hasOwn(this.labels, name) ? this.labels[name] : name,
      text: asText(value),
      isKept: this.isForProfessional(name),
    }));
  }
}

function leftOverEntry(tag, text, isKept) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.dir = "auto";
  made.toggleAttribute("data-kept", isKept);
  return made;
}

/** Any answer as text: what is in it, one value a line. */
function asText(value) {
  if (value === true) {
    return "✓";
  }
  return typeof value === "object" ? Object.values(value).map(asText).join("\n") : String(value);
}
