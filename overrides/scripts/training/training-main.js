import { startForms } from "../forms/forms-start.js";
import { GroupPrinting } from "../paper/group-printing.js";
import { QuestionField } from "./question-field.js";
import { SetPrinting } from "../paper/set-printing.js";
import { StepField } from "./step-field.js";

// The script of a page of the training, with a form or without.
startForms({ question: QuestionField, step: StepField });

for (const button of document.querySelectorAll("[data-prints-set]")) {
  new SetPrinting(button);
}
for (const tools of document.querySelectorAll("[data-group-tools]")) {
  new GroupPrinting(tools);
}
