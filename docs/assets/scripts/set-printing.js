/** A button that prints one part of a page and nothing else, such as the cards of a role play. */
export class SetPrinting {
  /** @param {HTMLButtonElement} button Names the part by its id. */
  constructor(button) {
    button.addEventListener("click", () => {
      const part = document.getElementById(button.dataset.printsSet);
      part.setAttribute("data-printing", "");
      document.body.setAttribute("data-prints-part", "");
      window.addEventListener(
        "afterprint",
        () => {
          part.removeAttribute("data-printing");
          document.body.removeAttribute("data-prints-part");
        },
        { once: true },
      );
      window.print();
    });
  }
}
