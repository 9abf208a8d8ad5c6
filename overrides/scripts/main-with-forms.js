import { FormsOnDemand } from "./forms/forms-on-demand.js";
import { startSite } from "./site-start.js";

// The script of a page with a form, which loads what makes the form work.
startSite();
new FormsOnDemand(document.body.dataset.formScript);
