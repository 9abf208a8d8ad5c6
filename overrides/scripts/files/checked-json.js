import { checksum } from "./checksum.js";

const CHECK_TAIL = /^,\n  "check": "([0-9a-f]{8})"\n\}\n$/;
const CHECK_TAIL_LENGTH = 26;
const VALUES_AND_SPACE = /("[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*)|\s+/g;

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
 * Reads what `writeCheckedJson` wrote, also where an editor changed the white space or printed it anew since.
 *
 * @param {Uint8Array} bytes
 * @returns {Record<string, any> | null} The members without the checksum; null where anything of the content is damaged.
 */
export function readCheckedJson(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return readAsWritten(text) ?? readPutRight(text);
  } catch {
    // No UTF-8, no JSON, or nested deeper than the browser can read.
    return null;
  }
}

function readAsWritten(text) {
  const tail = CHECK_TAIL.exec(text.slice(-CHECK_TAIL_LENGTH));
  const before = text.slice(0, -CHECK_TAIL_LENGTH);
  return tail && tail[1] === checksum(new TextEncoder().encode(before)) ? JSON.parse(`${before}\n}`) : null;
}

function readPutRight(text) {
  // In JSON, a line break that stands as such is no content.
  const right = `${text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trimEnd()}\n`;
  return (right === text ? null : readAsWritten(right)) ?? readPrintedAnew(right);
}

/** Compares it with what this site would have written: the order of members counts, and a name that is there twice. */
function readPrintedAnew(text) {
  const members = JSON.parse(text);
  delete members.check;
  return compact(text) === compact(writeCheckedJson(members)) ? members : null;
}

/** JSON without white space, each text and number in the one way of writing it. */
function compact(text) {
  return text.replace(VALUES_AND_SPACE, (_, value) => (value ? JSON.stringify(JSON.parse(value)) : ""));
}

/**
 * @param {object} members
 * @param {string[]} names
 * @returns {boolean} Whether there are members with these names and no others.
 */
export function hasExactly(members, names) {
  return Object.keys(members).length === names.length && names.every((name) => Object.hasOwn(members, name));
}
