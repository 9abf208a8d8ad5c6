/**
 * Fills in the blanks of a sentence.
 *
 * @param {string} sentence With its blanks in braces, as an author writes them.
 * @param {(blank: string) => string | undefined} answerTo
 * @param {string} dots What stands for a blank without an answer.
 * @returns {string}
 */
export function fillBlanks(sentence, answerTo, dots) {
  return sentence.replace(/\{([^{}]*)\}/g, (_, blank) => answerTo(blank) || dots);
}
