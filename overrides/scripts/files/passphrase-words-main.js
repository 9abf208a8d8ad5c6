import { PASSPHRASE_WORDS } from "../made/passphrase-words.js";

// The script with the words for passphrases: the script of forms waits for them.
document.dispatchEvent(new CustomEvent("passphrasewords", { detail: PASSPHRASE_WORDS }));
