const MIN_WORDS = 4;
const WORD = /[\p{L}\p{M}]{3,}/gu;
const MIN_CHARACTERS = 16;
const MIN_DIFFERENT_CHARACTERS = 8;
const MIN_SURPRISES = { words: 6, characters: 12 };
// Of the keyboards of both countries.
const KEYBOARD_ROWS = "qwertyuiop asdfghjkl zxcvbnm azertyuiop qsdfghjklm wxcvbn";

/**
 * What keeps a passphrase from being hard to guess: it needs some different words, or many different characters, and
 * neither may follow from what stands before.
 *
 * @param {string} passphrase In its normal form.
 * @returns {{isEnough: boolean, words: number, isLong: boolean}} Its different words, and whether it is long enough.
 */
export function strengthOf(passphrase) {
  const words = new Set(passphrase.match(WORD)).size;
  // What is said again adds nothing.
  const characters = [...[...new Set(passphrase.split(" "))].join("")];
  const isLong = characters.length >= MIN_CHARACTERS;
  const surprises = countSurprises(characters);
  const isEnough =
    (words >= MIN_WORDS && surprises >= MIN_SURPRISES.words) ||
    (isLong && new Set(characters).size >= MIN_DIFFERENT_CHARACTERS && surprises >= MIN_SURPRISES.characters);
  return { isEnough, words, isLong: isLong || words >= MIN_WORDS };
}

/** How many characters begin something new: no pair again, no doubling, no row such as 1234 or asdf. */
function countSurprises(characters) {
  const pairs = new Set();
  let count = 0;
  let previous = "";
  for (const character of characters) {
    const pair = previous + character;
    if (!pairs.has(pair) && !isNeighbour(previous, character)) {
      count += 1;
    }
    pairs.add(pair);
    previous = character;
  }
  return count;
}

function isNeighbour(one, other) {
  return (
    one !== "" &&
    (Math.abs(one.codePointAt(0) - other.codePointAt(0)) <= 1 ||
      KEYBOARD_ROWS.includes(one + other) ||
      KEYBOARD_ROWS.includes(other + one))
  );
}
