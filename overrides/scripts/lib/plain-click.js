/**
 * @param {MouseEvent} event A click on a link.
 * @returns {boolean} Whether the link opens here, and not in another tab or window.
 */
export function isPlainClick(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
