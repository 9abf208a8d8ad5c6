// What a class leaves to those that extend it.
export {};
declare module "../../overrides/scripts/training/answer-field.js" {
  interface AnswerField {
    check(): void;
    onInput(changed: Element): void;
    readonly answerText: string;
  }
}
