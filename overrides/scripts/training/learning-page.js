/**
 * The pages of a module in the frame that holds them: tells the session when the learner ticks that the module is
 * done, and ticks it again for a learner who was done before.
 */
export class LearningPage {
  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} tick The name of the field to tick.
   * @param {import("./learning-session.js").LearningSession} session
   */
  constructor(frame, tick, session) {
    this.frame = frame;
    this.selector = `[data-piece="done"] [name="${tick}"]`;
    this.session = session;
    // A file that is opened ticks without an event of the field, and changes what the page says.
    this.observer = new MutationObserver(() => this.field?.checked && this.tell(true));
    frame.addEventListener("load", this);
    this.watch();
  }

  get field() {
    return this.frame.contentDocument?.querySelector(this.selector);
  }

  /** To be called again for each page, also for one that was written into the same document. */
  watch() {
    const { field } = this;
    if (!field) {
      return;
    }
    field.checked ||= this.session.isDone;
    const page = field.ownerDocument;
    page.addEventListener("change", this);
    // Before the page's own script asks.
    page.addEventListener("pageleaving", this, true);
    page.defaultView.addEventListener("beforeunload", this, true);
    this.observer.observe(page, { subtree: true, childList: true, characterData: true });
  }

  handleEvent(event) {
    if (event.type === "load") {
      this.watch();
    } else if (event.type === "change") {
      if (event.target === this.field) {
        this.tell(event.target.checked);
      }
    } else if (this.isNothingLost()) {
      event.stopImmediatePropagation();
    }
  }

  tell(isDone) {
    if (isDone !== this.session.isDone) {
      this.session.tell(isDone);
    }
  }

  /** Whether nothing was filled in but the tick, which the learning system knows. */
  isNothingLost() {
    const { field } = this;
    const fields = [...field.form.querySelectorAll("input, select, textarea")];
    return this.session.isOpen && !fields.some((other) => other !== field && isFilled(other));
  }
}

function isFilled(field) {
  if (["checkbox", "radio"].includes(field.type)) {
    return field.checked;
  }
  return field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value !== "";
}
