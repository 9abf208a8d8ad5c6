import { LearningPage } from "./learning-page.js";
import { LearningSession } from "./learning-session.js";

// The script of what a learning system opens. Without such a system the module is just there.
const asked = document.documentElement.dataset;
const session = new LearningSession(asked.standard);
if (session.isOpen) {
  new LearningPage(document.querySelector("iframe"), asked.tick, session);
  window.addEventListener("pagehide", () => session.end(), { once: true });
}
