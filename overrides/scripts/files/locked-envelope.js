import { fromBase64 } from "./base64.js";
import { hasExactly } from "./checked-json.js";

/** How the key is made from the passphrase. */
export const KEY_METHOD = "PBKDF2-HMAC-SHA-256";

/** What the content is locked with. */
export const CIPHER_METHOD = "AES-256-GCM";

export const SALT_BYTES = 16;
export const NONCE_BYTES = 12;

/** The content is padded to a multiple of this many bytes. */
export const LOCKED_BLOCK = 4096;

const TAG_BYTES = 16;
const MIN_ROUNDS = 600000;
// So that a made-up file does not keep the browser busy for minutes.
const MAX_ROUNDS = 10000000;
const BOUND_MEMBERS = ["format", "version", "key", "rounds", "salt", "cipher", "nonce"];

/**
 * @param {Record<string, any>} members Of a locked file, without the checksum.
 * @returns {boolean} Whether they are what `lockText` writes.
 */
export function isEnvelope(members) {
  const { key, rounds, salt, cipher, nonce, data } = members;
  const lockedBytes = fromBase64(data)?.length - TAG_BYTES;
  return (
    hasExactly(members, [...BOUND_MEMBERS, "data"]) &&
    key === KEY_METHOD &&
    cipher === CIPHER_METHOD &&
    Number.isInteger(rounds) &&
    rounds >= MIN_ROUNDS &&
    rounds <= MAX_ROUNDS &&
    fromBase64(salt)?.length === SALT_BYTES &&
    fromBase64(nonce)?.length === NONCE_BYTES &&
    lockedBytes > 0 &&
    lockedBytes % LOCKED_BLOCK === 0
  );
}

/**
 * @param {Record<string, any>} envelope
 * @returns {Uint8Array<ArrayBuffer>} All that stands before the data, to bind it to the data: none of it can be changed unnoticed.
 */
export function boundBytes(envelope) {
  return new TextEncoder().encode(BOUND_MEMBERS.map((name) => envelope[name]).join(" "));
}
