import { ListForm } from "./list-form.js";
import { openByKeys } from "./key-buttons.js";

openByKeys(document);
for (const form of document.querySelectorAll("form[data-form]")) {
  new ListForm(form);
}
