const LEAVING_PROTOCOLS = ["http:", "https:", "file:"];
// A browser asks the page within this time whether it may go.
const MILLISECONDS = 1000;

let followed = -Infinity;

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && (link.hasAttribute("download") || !LEAVING_PROTOCOLS.includes(link.protocol))) {
      followed = event.timeStamp;
    }
  },
  true,
);

/**
 * Browsers fire `beforeunload` for a link that calls, texts, mails or downloads too, though the page stays.
 *
 * @returns {boolean} Whether the reader has just followed such a link.
 */
export function followsLinkThatStays() {
  return performance.now() - followed < MILLISECONDS;
}
