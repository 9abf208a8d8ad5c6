// Described for other programs in docs/en/over/bestandsformaat.md; a change there is a change here, and the other way round.

const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f]/gu;
const APOSTROPHES = /[`\u00b4\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\u2039\u203a]/g;
const QUOTES = /[\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u2036]/g;
const DASHES = /[\p{Pd}\u02d7\u2043\u2212]+/gu;

/**
 * The one form of a passphrase: the same whatever keyboard, phone or habit of capitals and spaces it was typed with.
 *
 * @param {string} typed
 * @returns {string}
 */
export function normalPassphrase(typed) {
  // Before NFKC, which makes a space of an accent that stands alone; and after it, which makes some anew.
  const even = plainMarks(plainMarks(typed.replace(INVISIBLE, "")).normalize("NFKC"));
  // By way of capitals, so that ß and ss, or two kinds of sigma, are the same.
  const small = even.toUpperCase().toLowerCase().normalize("NFKC");
  return small.replace(/i\u0307/g, "i").replace(DASHES, "-").replace(/\s+/g, " ").trim();
}

/**
 * The form that passphrases of files of version 1 have.
 *
 * @param {string} typed
 * @returns {string}
 */
export function firstPassphrase(typed) {
  return typed.trim().normalize("NFC");
}

function plainMarks(text) {
  return text.replace(APOSTROPHES, "'").replace(QUOTES, '"');
}
