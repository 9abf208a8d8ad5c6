import { FormField } from "./form-field.js";
import { MAX_ROWS } from "../files/form-file.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";
import { writeText } from "./text-input.js";

// The types of cells that hold a text or a tick. Of any other the kind of field with that name knows what is a value.
const PLAIN_CELLS = ["text", "textarea", "checkbox", "select-one"];

/**
 * A table: rows that the reader adds and removes, or fixed ones such as the days of a week. On the screen each row is a
 * group of fields; on paper there is a real table, filled from them.
 */
export class TableField extends FormField {
  /**
   * @param {HTMLElement} element
   * @param {Record<string, string>} words What the form says, in the language of the page.
   * @param {Record<string, any>} kinds Classes of all kinds of fields.
   */
  constructor(element, words, kinds) {
    super(element, element.dataset.field);
    this.words = words;
    this.kinds = kinds;
    this.isFixed = element.hasAttribute("data-fixed");
    this.list = neededPart("TableField", element, ".rows");
    this.paper = neededPart("TableField", element, "tbody");
    // The rows that are there to begin with are for paper; on the screen there is one.
    this.paperRows = this.paper.children.length;
    this.emptyRow = emptyCopy(this.rows[0]);
    const unknown = this.cellsOf(this.emptyRow).find((cell) => !PLAIN_CELLS.includes(cell.type) && !this.kindOf(cell));
    if (unknown) {
      throw new Error(`TableField: no kind of field knows what a cell of the type ${unknown.type} holds: ${unknown.name}`);
    }
    element.addEventListener("click", (event) => this.onClick(event));
  }

  get rows() {
    return [...this.list.children];
  }

  get isFilled() {
    return this.rows.some((row) => this.cellsOf(row).some((cell) => this.textOf(cell) !== ""));
  }

  cellsOf(row) {
    return [...row.querySelectorAll("[data-column]")];
  }

  /** The kind of field that knows what a cell holds, where that is more than a text. */
  kindOf(cell) {
    const kind = this.kinds[cell?.type];
    return kind?.isValue ? kind : undefined;
  }

  onClick(event) {
    if (event.target.closest("[data-add-row]")) {
      this.addByHand();
    } else if (event.target.closest("[data-remove-row]")) {
      this.removeByHand(event.target.closest(".row"));
    }
  }

  addByHand() {
    if (this.rows.length >= MAX_ROWS) {
      this.tell("rowsfull", "");
      return;
    }
    this.add();
    this.render();
    this.cellsOf(this.rows.at(-1))[0].focus();
    this.tell("rowadded", this.rowName(this.rows.length));
  }

  removeByHand(row) {
    this.tell("rowremoving", "");
    const place = this.rows.indexOf(row);
    row.remove();
    if (this.rows.length === 0) {
      this.add();
    }
    this.number();
    this.render();
    const next = this.rows[Math.min(place, this.rows.length - 1)];
    this.cellsOf(next)[0].focus();
    this.tell("rowremoved", this.rowName(place + 1));
  }

  /** Tells the form what happened to the rows. */
  tell(event, row) {
    this.element.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: row }));
  }

  /** What a row that the reader added is called, such as "Row 2". */
  rowName(number) {
    return `${this.element.dataset.rowName ?? this.words.rowName} ${number}`;
  }

  add() {
    this.list.append(this.emptyRow.cloneNode(true));
    this.number();
  }

  /** Gives every row its number, in what is read and in the names of its fields. */
  number() {
    this.rows.forEach((row, index) => {
      const number = index + 1;
      row.dataset.row = number;
      const name = this.rowName(number);
      const inSentence = name[0].toLowerCase() + name.slice(1);
      neededPart("TableField", row, "legend").textContent = name;
      neededPart("TableField", row, "[data-remove-row]").textContent = this.words.removeRow.replace("{row}", inSentence);
      for (const cell of this.cellsOf(row)) {
        cell.name = `${this.name}/${number}/${cell.dataset.column}`;
      }
    });
  }

  setRows(count) {
    while (this.rows.length > count) {
      this.rows.at(-1).remove();
    }
    while (this.rows.length < count) {
      this.add();
    }
  }

  render() {
    const papers = this.paper.children;
    const { rows } = this;
    const count = Math.max(rows.length, this.paperRows);
    while (papers.length > count) {
      papers[papers.length - 1].remove();
    }
    while (papers.length < count) {
      this.paper.append(papers[0].cloneNode(true));
    }
    [...papers].forEach((paper, index) => {
      for (const cell of this.cellsOf(rows[index] ?? this.emptyRow)) {
        this.renderCell(cell, neededPart("TableField", paper, `[data-paper-column="${cell.dataset.column}"]`));
      }
    });
  }

  /** What a cell says on paper: true for a tick, else text. */
  textOf(cell) {
    if (cell.type === "checkbox") {
      return cell.checked || "";
    }
    if (cell.matches("select")) {
      return cell.value ? cell.selectedOptions[0].textContent.trim() : "";
    }
    return this.kindOf(cell)?.written(cell.value, this.words) ?? cell.value.trim();
  }

  renderCell(cell, paper) {
    const choices = paper.querySelectorAll("[data-key]");
    for (const choice of choices) {
      const isChosen = cell.type === "checkbox" ? cell.checked : cell.value === choice.dataset.key;
      choice.toggleAttribute("data-chosen", isChosen);
    }
    if (choices.length === 0) {
      neededPart("TableField", paper, ".paper-text").textContent = this.textOf(cell);
    }
  }

  read() {
    const rows = this.rows.map((row) => readRow(this.cellsOf(row)));
    if (this.isFixed) {
      const filled = this.rows.map((row, index) => [row.dataset.row, rows[index]]);
      const named = filled.filter(([, values]) => Object.keys(values).length);
      return named.length ? Object.fromEntries(named) : undefined;
    }
    const last = rows.findLastIndex((values) => Object.keys(values).length);
    return last < 0 ? undefined : rows.slice(0, last + 1);
  }

  write(value) {
    if (!this.isFixed) {
      this.setRows(Math.max(value?.length ?? 0, 1));
    }
    this.rows.forEach((row, index) => {
      const values = value?.[this.isFixed ? row.dataset.row : index];
      for (const cell of this.cellsOf(row)) {
        writeCell(cell, values?.[cell.dataset.column]);
      }
      // A fixed row folds: what is filled in is seen.
      if (this.isFixed && values) {
        row.open = true;
      }
    });
    this.render();
  }

  unmatched(value) {
    const unmatched = {};
    const names = this.rows.map((row) => row.dataset.row);
    for (const [key, values] of Object.entries(value ?? {})) {
      const isGone = this.isFixed && !names.includes(key);
      for (const [column, answer] of Object.entries(values ?? {})) {
        const cell = this.cellsOf(this.rows[0]).find((other) => other.dataset.column === column);
        if (isGone || !cell || !offers(cell, answer)) {
          const place = this.isFixed ? key : String(Number(key) + 1);
          unmatched[`${this.name}/${place}/${column}`] = answer;
        }
      }
    }
    return unmatched;
  }

  accepts(value) {
    const isShaped = this.isFixed ? !Array.isArray(value) : Array.isArray(value);
    return typeof value === "object" && isShaped && Object.values(value).every((row) => this.acceptsRow(row));
  }

  acceptsRow(row) {
    if (typeof row !== "object" || Array.isArray(row)) {
      return false;
    }
    const cells = new Map(this.cellsOf(this.rows[0]).map((cell) => [cell.dataset.column, cell]));
    return Object.entries(row).every(([column, answer]) => {
      const cell = cells.get(column);
      if (cell?.type === "checkbox") {
        return answer === true;
      }
      const kind = this.kindOf(cell);
      return kind ? kind.isValue(answer) : typeof answer === "string" || (!cell && answer === true);
    });
  }

  outline(words) {
    const rows = this.rows.map((row) => ({
      name: labelText(row.querySelector("legend, summary")),
      cells: this.cellsOf(row).map((cell) => {
        const text = this.textOf(cell);
        return text === true ? words.doneMark : text;
      }),
    }));
    const label = labelText(this.element.querySelector(".field__label"));
    return {
      heading: headingOf(this.element),
      text: label,
      // Not the heads of the table for paper: it has a column for a signature too.
      columns: [...this.rows[0].querySelectorAll(".cell__label")].map(labelText),
      rows: this.isFixed ? rows : rows.filter((row) => row.cells.some(Boolean)),
    };
  }
}

/** A row with nothing filled in. */
function emptyCopy(row) {
  const copy = row.cloneNode(true);
  for (const cell of copy.querySelectorAll("[data-column]")) {
    writeCell(cell, undefined);
  }
  for (const note of copy.querySelectorAll(".year-note")) {
    note.remove();
  }
  return copy;
}

function readRow(cells) {
  const values = {};
  for (const cell of cells) {
    if (cell.type === "checkbox" ? cell.checked : cell.value) {
      values[cell.dataset.column] = cell.type === "checkbox" || cell.value;
    }
  }
  return values;
}

function writeCell(cell, value) {
  if (cell.type === "checkbox") {
    cell.checked = value === true;
  } else if (cell.matches("select")) {
    cell.value = offers(cell, value) ? (value ?? "") : "";
  } else {
    writeText(cell, value);
  }
}

/** Whether a cell can have this answer: of a choice, whether it is still there to be chosen. */
function offers(cell, value) {
  return !cell.matches("select") || value === undefined || [...cell.options].some((option) => option.value === value);
}
