import { fromBase64, toBase64 } from "./base64.js";
import { writeCheckedJson } from "./checked-json.js";
import { FileProblem, formatOf, withinLargestFile } from "./form-file.js";
import { CIPHER_METHOD, KEY_METHOD, LOCKED_BLOCK, NONCE_BYTES, SALT_BYTES, boundBytes } from "./locked-envelope.js";
import { firstPassphrase, normalPassphrase } from "./passphrase-form.js";

/** The version of locked files that is written: it tells which form of the passphrase makes the key. */
const LOCKED_VERSION = 2;

/** How often a new file's key is hashed: what OWASP asks of PBKDF2 with SHA-256. */
const ROUNDS = 600000;

const SPACE = 0x20;

/** @returns {boolean} Whether the browser can lock and unlock: it cannot on pages from plain http. */
export function canLock() {
  return Boolean(globalThis.crypto?.subtle);
}

/**
 * Locks a file with a passphrase.
 *
 * @param {string} text A readable file, as `writeFormFile` gives it.
 * @param {string} passphrase
 * @returns {Promise<string>} The locked file's text.
 * @throws {FileProblem} "too-large"
 */
export const lockText = async (text, passphrase) => {
  const envelope = {
    format: "locked",
    version: LOCKED_VERSION,
    key: KEY_METHOD,
    rounds: ROUNDS,
    salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))),
    cipher: CIPHER_METHOD,
    nonce: toBase64(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))),
  };
  const content = new TextEncoder().encode(text);
  // Padded, so that its length tells little of what is in it.
  const padded = new Uint8Array(Math.ceil(content.length / LOCKED_BLOCK) * LOCKED_BLOCK).fill(SPACE);
  padded.set(content);
  const key = await lockKey(envelope, normalPassphrase(passphrase));
  const data = await crypto.subtle.encrypt(lockCipher(envelope), key, padded);
  return withinLargestFile(writeCheckedJson({ ...envelope, data: toBase64(new Uint8Array(data)) }));
};

/**
 * Opens a locked file.
 *
 * @param {Record<string, any>} envelope What `readFormFile` gave for it.
 * @param {string} passphrase
 * @returns {Promise<Uint8Array>} The readable file, for `readFormFile`; never another locked one.
 * @throws {FileProblem} "wrong-passphrase" or "unexpected"
 */
export const unlockText = async (envelope, passphrase) => {
  const forms = new Set([normalPassphrase(passphrase)]);
  if (envelope.version === 1) {
    forms.add(firstPassphrase(passphrase));
  }
  const bytes = await openWithAny(forms, envelope);
  const content = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== SPACE) + 1);
  if (formatOf(content) === "locked") {
    throw new FileProblem("unexpected");
  }
  return content;
};

async function openWithAny(forms, envelope) {
  for (const form of forms) {
    const key = await lockKey(envelope, form);
    try {
      return new Uint8Array(await crypto.subtle.decrypt(lockCipher(envelope), key, fromBase64(envelope.data)));
    } catch {
      // Not this one.
    }
  }
  throw new FileProblem("wrong-passphrase");
}

function lockCipher(envelope) {
  return { name: "AES-GCM", iv: fromBase64(envelope.nonce), additionalData: boundBytes(envelope), tagLength: 128 };
}

async function lockKey({ salt, rounds }, passphrase) {
  const bytes = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const hashing = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: rounds };
  return crypto.subtle.deriveKey(hashing, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
