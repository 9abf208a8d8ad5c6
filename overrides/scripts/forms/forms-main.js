import { startForms } from "./forms-start.js";

// The script of a page with a list or a worksheet.
startForms({});
