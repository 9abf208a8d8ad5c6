import { refuseCopies } from "./paper/no-copies.js";
import { startSite } from "./site-start.js";

// The script of a page that refuses paper and copies.
refuseCopies(document.querySelector(".instead-of-paper").textContent);
startSite();
