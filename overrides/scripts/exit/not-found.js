import { startLeaveBar } from "./leave-bar.js";

// The page "not found" stands alone and has no fields; it has a bar in each language.
for (const bar of document.querySelectorAll("[data-leave-bar]")) {
  startLeaveBar(bar, () => {});
}
