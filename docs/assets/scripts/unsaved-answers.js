/**
 * Asks before a filled form is lost by accident, in the browser's own words. Only where every audience of the form is
 * professional: for anybody else a question that stands in the way of leaving is a danger.
 */
export class UnsavedAnswers {
  /**
   * @param {import("./forms-on-page.js").FormsOnPage} forms
   */
  constructor(forms) {
    const mayAsk = (form) => form.audiences.every((audience) => audience === "professionals");
    window.addEventListener("beforeunload", (event) => {
      // Where the reader leaves by the control, nothing may stand in the way.
      const leaves = document.documentElement.classList.contains("left");
      if (!leaves && forms.all.some((form) => mayAsk(form) && form.isFilled)) {
        event.preventDefault();
      }
    });
  }
}
