import { labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";

/**
 * The parts of a long form on a narrow screen: those that a reader can leave out are folded until they are opened or
 * filled in, and a list of all parts leads to each. What is folded, and where, is said by the stylesheet.
 */
export class PartsOfForm {
  /** @param {HTMLFormElement} element */
  constructor(element) {
    this.element = element;
    this.contents = element.querySelector("[data-contents]");
    this.contents?.addEventListener("toggle", () => this.list());
    element.addEventListener("click", (event) => this.onClick(event));
  }

  onClick(event) {
    const button = event.target.closest("[data-unfold]");
    const link = event.target.closest("[data-contents] a");
    if (button) {
      this.goTo(button.closest(".part"));
    } else if (link) {
      // Without a step in the history, which would name the part.
      event.preventDefault();
      this.contents.open = false;
      this.goTo(this.partOf(link));
    }
  }

  partOf(link) {
    return neededPart("PartsOfForm", this.element, `[data-part="${link.hash.slice(1)}"]`);
  }

  /** Opens a part, and has what comes next read and filled in there. */
  goTo(part) {
    this.unfold(part);
    const heading = neededPart("PartsOfForm", part, "h2");
    heading.tabIndex = -1;
    heading.scrollIntoView();
    heading.focus();
  }

  /** @param {Element} element Stands in the part to open, or is that part. */
  unfold(element) {
    element.closest("[data-folds]")?.removeAttribute("data-folds");
  }

  /** Lists the parts that are there now: a short version has fewer. */
  list() {
    const parts = [...this.element.querySelectorAll(".part")].filter((part) => part.checkVisibility());
    const list = document.createElement("ul");
    for (const part of parts) {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${part.dataset.part}`;
      link.textContent = labelText(part.querySelector("h2"));
      entry.append(link);
      list.append(entry);
    }
    this.contents.querySelector("ul")?.remove();
    this.contents.append(list);
  }
}
