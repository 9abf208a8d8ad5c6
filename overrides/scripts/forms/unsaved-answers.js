import { leavingSignal } from "../exit/leaving-signal.js";
import { followsLinkThatStays } from "../exit/links-that-stay.js";

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
    const filled = () => forms.all.find((form) => mayAsk(form) && form.isFilled);
    window.addEventListener("beforeunload", (event) => {
      // Where the reader leaves by the control, or only calls somebody, nothing may stand in the way.
      if (!leavingSignal.aborted && !followsLinkThatStays() && filled()) {
        event.preventDefault();
      }
    });
    // Another page is to be shown without a navigation: the browser asks nothing then.
    document.addEventListener("pageleaving", (event) => {
      const form = filled();
      if (form && !window.confirm(form.words.leaveFilled)) {
        event.preventDefault();
      }
    });
  }
}
