const APOSTROPHES_AND_MARKS = /[\p{M}'’‘ʼ`´]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const HYPHENATED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;

/**
 * The words of a text as they are compared: without accents, apostrophes and capitals, however a phone writes them.
 *
 * @param {string} text
 * @returns {string[]} What a hyphen joins is several words.
 */
export function foldedWords(text) {
  return folded(text).match(WORD) ?? [];
}

/**
 * What hyphens join, as one word each: who writes "timeout" means "time-out".
 *
 * @param {string} text
 * @returns {string[]}
 */
export function joinedWords(text) {
  return (folded(text).match(HYPHENATED) ?? []).map((word) => word.replaceAll("-", ""));
}

function folded(text) {
  return text.normalize("NFD").replace(APOSTROPHES_AND_MARKS, "").toLowerCase();
}
