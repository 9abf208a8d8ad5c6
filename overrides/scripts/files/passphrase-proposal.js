import { loadScript } from "../lib/load-script.js";

/** More than four, since the list that they come from is no secret. */
const PROPOSED_WORDS = 5;

const lists = {};
document.addEventListener("passphrasewords", (event) => Object.assign(lists, event.detail));

/**
 * Draws ordinary words for a passphrase, as dice would. The words are loaded when somebody first asks for them.
 *
 * @param {string} address Of the script with the words.
 * @param {string} language
 * @returns {Promise<string>} Fails without a connection.
 */
export async function proposePassphrase(address, language) {
  if (!lists[language]) {
    await loadScript(address);
  }
  const words = lists[language].split(" ");
  const drawn = new Set();
  while (drawn.size < PROPOSED_WORDS) {
    const [number] = crypto.getRandomValues(new Uint32Array(1));
    drawn.add(words[number % words.length]);
  }
  return [...drawn].join(" ");
}
