/**
 * Keeps the text of a page off the clipboard, where it would stay for whoever pastes next.
 *
 * @param {string} line What is copied instead; it says nothing of the page.
 */
export function refuseCopies(line) {
  for (const name of ["copy", "cut", "dragstart"]) {
    // On the window and first, so that nothing else on the page gives the text away before.
    window.addEventListener(
      name,
      (event) => {
        event.preventDefault();
        event.clipboardData?.setData("text/plain", line);
      },
      true,
    );
  }
}
