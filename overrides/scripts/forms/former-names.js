/** Gives the answers of an older file the names that a form has now. */
export class FormerNames {
  /**
   * @param {Record<string, string>} renamed Old names with their new ones, as data/form-names.yml writes them: a
   *   field is `part/field`, a blank or a column `part/field/column`, a fixed row `part/table@row`, a choice `…=choice`.
   */
  constructor(renamed) {
    this.renamed = renamed;
  }

  /**
   * @param {object} answers As a file holds them.
   * @returns {object} The same answers under their new names.
   */
  update(answers) {
    return Object.fromEntries(
      Object.entries(answers).map(([name, value]) => [this.nameOf(name), this.updateAnswer(name, value)]),
    );
  }

  nameOf(old) {
    return Object.hasOwn(this.renamed, old) ? this.renamed[old] : old;
  }

  updateAnswer(name, value) {
    if (typeof value === "string") {
      return this.choiceOf(name, value);
    }
    if (Array.isArray(value)) {
      return value.map((row) => this.updateMembers(name, row));
    }
    if (isRow(value) && Object.values(value).some(isRow)) {
      return Object.fromEntries(
        Object.entries(value).map(([row, cells]) => [this.rowOf(name, row), this.updateMembers(name, cells)]),
      );
    }
    return this.updateMembers(name, value);
  }

  /** The columns of a row, or the blanks of a sentence. */
  updateMembers(name, members) {
    if (!isRow(members)) {
      return members;
    }
    return Object.fromEntries(
      Object.entries(members).map(([key, value]) => {
        const member = `${name}/${key}`;
        const isText = typeof value === "string";
        return [this.nameOf(member).split("/").at(-1), isText ? this.choiceOf(member, value) : value];
      }),
    );
  }

  choiceOf(name, choice) {
    const renamed = this.nameOf(`${name}=${choice}`);
    return renamed === `${name}=${choice}` ? choice : renamed.split("=").at(-1);
  }

  rowOf(name, row) {
    return this.nameOf(`${name}@${row}`).split("@").at(-1);
  }
}

function isRow(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
