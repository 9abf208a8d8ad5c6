import { startSite } from "./site-start.js";

// The script of a page without a form.
startSite();
