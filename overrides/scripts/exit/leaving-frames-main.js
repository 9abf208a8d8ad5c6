// The script of a page that is shown within another site's: whoever leaves, leaves that one too.
const leaveAll = () => {
  if (!document.documentElement.classList.contains("left") || !navigator.onLine) {
    return;
  }
  try {
    window.top.location.replace(document.querySelector("[data-leave]").href);
  } catch {
    // The site around it forbids that: then the page alone leaves.
  }
};

// Once the page is covered and empty: a browser asks every frame at once whether it may go.
document.addEventListener("leaving", () => queueMicrotask(leaveAll));
window.addEventListener("online", leaveAll);
