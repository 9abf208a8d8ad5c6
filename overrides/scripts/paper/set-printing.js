import { printWith } from "./paper.js";

/** A button that prints one part of a page and nothing else, such as the cards of a role play. */
export class SetPrinting {
  /** @param {HTMLButtonElement} button Names the part by its id. */
  constructor(button) {
    button.addEventListener("click", () => {
      const part = document.getElementById(button.dataset.printsSet);
      printWith([[part, "data-printing", ""], [document.body, "data-prints-part", ""]]);
    });
  }
}
