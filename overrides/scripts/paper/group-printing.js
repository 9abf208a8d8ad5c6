import { neededPart } from "../lib/needed-part.js";
import { paperCopy, removePaperCopies } from "./paper-copy.js";
import { addForPaper, printWith } from "./paper.js";

const GROUP_OF_CARDS = 3;

/**
 * Prints a document for a group: a handout for each participant, a set of cards for each three of them, and the
 * trainer's own pages once. The copies are on the page only for paper.
 */
export class GroupPrinting {
  /** @param {HTMLElement} tools Holds the number of participants and the button. */
  constructor(tools) {
    this.people = neededPart("GroupPrinting", tools, "[data-people]");
    this.document = tools.parentElement;
    neededPart("GroupPrinting", tools, "[data-print-document]").addEventListener("click", () => printWith([]));
    addForPaper(() => this.addCopies(), removePaperCopies);
  }

  /** How many take part: what was filled in, at least one and at most what the field allows. */
  get count() {
    const written = Number.parseInt(this.people.value, 10) || 1;
    return Math.min(Math.max(written, 1), Number(this.people.max));
  }

  addCopies() {
    for (const chapter of this.document.querySelectorAll("[data-copies]")) {
      const wanted = chapter.dataset.copies === "each" ? this.count : Math.ceil(this.count / GROUP_OF_CARDS);
      for (let copies = wanted; copies > 1; copies -= 1) {
        const copy = paperCopy(chapter);
        copy.removeAttribute("data-copies");
        chapter.after(copy);
      }
    }
  }
}
