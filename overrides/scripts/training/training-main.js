import { startForms } from "../forms/forms-start.js";
import { GroupPrinting } from "../paper/group-printing.js";
import { SetPrinting } from "../paper/set-printing.js";
import { TRAINING_KINDS } from "../made/training-kinds.js";

// The script of a page of the training, with a form or without.
startForms(TRAINING_KINDS);

for (const button of document.querySelectorAll("[data-prints-set]")) {
  new SetPrinting(button);
}
for (const tools of document.querySelectorAll("[data-group-tools]")) {
  new GroupPrinting(tools);
}
