import { LearningPage } from "./learning-page.js";
import { LearningSession } from "./learning-session.js";

// The script of what a learning system opens. Without such a system the module is just there.
const { standard, tick } = document.documentElement.dataset;
const session = new LearningSession(standard);
if (session.isOpen) {
  new LearningPage(document.querySelector("iframe"), tick, session);
  window.addEventListener("pagehide", () => session.end(), { once: true });
}
