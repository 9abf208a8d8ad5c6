import { AnswerField } from "./answer-field.js";

/** A step of a case: what a choice brings is shown once it is made, and the next step with it. */
export class StepField extends AnswerField {
  constructor(element, words) {
    super(element, words);
    const next = element.nextElementSibling;
    this.next = next?.matches("[data-kind=step]") ? next : null;
    this.isBehind = false;
  }

  get isFilled() {
    return this.chosen.length > 0;
  }

  check() {
    const { chosen } = this;
    if (chosen.length === 0) {
      this.say(this.words.chooseFirst);
      return;
    }
    this.isBehind = true;
    this.explain(chosen, true);
    this.say(this.next ? this.words.stepGoesOn : this.words.stepEnds);
    this.render();
  }

  /** What happens next shows when the reader has chosen here once. */
  render() {
    this.next?.toggleAttribute("data-reached", this.isBehind);
  }

  read() {
    return this.chosen[0];
  }

  write(value) {
    this.choose([value]);
    this.isBehind = this.isFilled;
    if (this.isFilled) {
      this.explain(this.chosen, true);
      this.say("");
    } else {
      this.close();
    }
    this.render();
  }

  accepts(value) {
    return typeof value === "string";
  }

  /** A choice that the case does not offer any more has no place in it. */
  unmatched(value) {
    return this.inputs.some((input) => input.value === value) ? {} : { [this.name]: value };
  }

  get answerText() {
    return this.chosen.map((name) => this.textOf(name)).join("");
  }
}
