/**
 * Puts a text into a field. A field of one line drops line ends, and would join words by it: there they become spaces.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string | undefined} text
 */
export function writeText(input, text) {
  const written = text ?? "";
  input.value = input.matches("textarea") ? written : written.replace(/[\r\n]+/g, " ");
}
