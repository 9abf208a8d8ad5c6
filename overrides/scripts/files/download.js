import { leavingSignal } from "../exit/leaving-signal.js";

/**
 * Hands the reader a file, by way of the browser's downloads.
 *
 * @param {string} name
 * @param {string} type The kind of its content.
 * @param {string} text
 */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  const forget = () => URL.revokeObjectURL(link.href);
  // The browser has to have begun reading it.
  setTimeout(forget, 10_000);
  leavingSignal.addEventListener("abort", forget);
}
