import { checksum } from "./checksum.js";

const CHECK_TAIL = /^,\n  "check": "([0-9a-f]{8})"\n\}\n$/;
const CHECK_TAIL_LENGTH = 26;

/**
 * Writes JSON that ends with a checksum over all that stands before it.
 *
 * @param {object} members What the file holds, in this order; at least one member.
 * @returns {string}
 */
export function writeCheckedJson(members) {
  const before = JSON.stringify(members, null, 2).slice(0, -"\n}".length);
  return `${before},\n  "check": "${checksum(new TextEncoder().encode(before))}"\n}\n`;
}

/**
 * Reads what `writeCheckedJson` wrote.
 *
 * @param {Uint8Array} bytes
 * @returns {object | null} The members without the checksum; null where anything is damaged.
 */
export function readCheckedJson(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const end = Math.max(0, bytes.length - CHECK_TAIL_LENGTH);
  const before = bytes.subarray(0, end);
  try {
    const tail = CHECK_TAIL.exec(decoder.decode(bytes.subarray(end)));
    return tail && tail[1] === checksum(before) ? JSON.parse(`${decoder.decode(before)}\n}`) : null;
  } catch {
    // No UTF-8, no JSON, or nested deeper than the browser can read.
    return null;
  }
}

/**
 * @param {object} members
 * @param {string[]} names
 * @returns {boolean} Whether there are members with these names and no others.
 */
export function hasExactly(members, names) {
  return Object.keys(members).length === names.length && names.every((name) => Object.hasOwn(members, name));
}
