import { hasExactly, readCheckedJson, writeCheckedJson } from "./checked-json.js";
import { isEnvelope } from "./locked-envelope.js";
import { PlainCopy, isPlainName } from "./plain-copy.js";

// The format is described in docs/en/over/bestandsformaat.md; a change there is a change here, and the other way round.

/** The version of readable files that is written. */
const FILE_VERSION = 1;

/** In bytes, of a readable and of a locked file. */
export const MAX_FILE_SIZE = 5000000;

/** In UTF-16 units, as fields count them. */
export const MAX_TEXT_LENGTH = 100000;

/** Of a table, and of any other list that holds anything but numbers; the strokes of a drawing have their own limit. */
export const MAX_ROWS = 200;

const MAX_FILE_STROKES = 2000;
const MAX_NUMBER = 100000;
const MAX_DEPTH = 5;
const MAX_VALUES = 200000;

const FILE_START = /^\uFEFF?\s*\{\s*"format"\s*:\s*"(form-answers|locked)"/;
const FILE_START_LENGTH = 64;

// What reads each version of each format, from version 1 on. A reader stays for as long as there may be such files.
const FILE_READERS = {
  "form-answers": [answersOfVersion1],
  "locked": [envelopeOfVersion1, envelopeOfVersion1],
};

/**
 * A file that cannot be opened or written. Its `code` says why:
 *
 * - "empty": there are no bytes in it;
 * - "too-large": it has more bytes, rows or text than a file may have;
 * - "not-ours": it does not begin as these files do;
 * - "damaged": it does, but content of it was changed or lost;
 * - "newer": it is of a version that this page does not know yet;
 * - "unexpected": it is whole, but holds what no file of this site can hold;
 * - "other-form": it belongs to another form;
 * - "wrong-passphrase": the passphrase does not open it, or somebody changed it on purpose.
 */
export class FileProblem extends Error {
  /** @param {string} code One of those above. */
  constructor(code) {
    super(code);
    this.name = "FileProblem";
    this.code = code;
  }
}

/**
 * Writes a readable file.
 *
 * @param {string} form The form's name.
 * @param {object} answers What was filled in, by the fields' names: `true`, text, whole numbers, and lists and objects
 *   of these.
 * @returns {string} The file's text, to be written as UTF-8.
 * @throws {FileProblem} "too-large": `readFormFile` would not open it.
 * @throws {TypeError} Something in it is not an answer.
 */
export function writeFormFile(form, answers) {
  if (!isPlainName(form)) {
    throw new TypeError("a form needs a name");
  }
  try {
    const text = writeCheckedJson({
      format: "form-answers",
      version: FILE_VERSION,
      form,
      answers: copyAnswers(answers),
    });
    return withinLargestFile(text);
  } catch (error) {
    throw error instanceof RangeError ? new FileProblem("too-large") : error;
  }
}

/**
 * Reads a file, readable or locked.
 *
 * @param {Uint8Array} bytes All of the file.
 * @returns {{form: string, answers: object, envelope: object}} The form's name and its answers, or only what
 *   `unlockText` opens. The answers are plain data: objects without a prototype, with the file's members and no others.
 * @throws {FileProblem}
 */
export function readFormFile(bytes) {
  if (bytes.length === 0) {
    throw new FileProblem("empty");
  }
  if (bytes.length > MAX_FILE_SIZE) {
    throw new FileProblem("too-large");
  }
  const format = formatOf(bytes);
  if (!format) {
    throw new FileProblem("not-ours");
  }
  const members = readCheckedJson(bytes);
  if (!members) {
    throw new FileProblem("damaged");
  }
  const { version } = members;
  const readers = FILE_READERS[format];
  expectInFile(members.format === format && Number.isInteger(version) && version >= 1);
  if (version > readers.length) {
    throw new FileProblem("newer");
  }
  return readers[version - 1](members);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string | undefined} What a file says that it is, as far as it begins as these files do.
 */
export function formatOf(bytes) {
  const start = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, FILE_START_LENGTH));
  return FILE_START.exec(start)?.[1];
}

/**
 * @param {string} text Of a file.
 * @returns {string} The same text.
 * @throws {FileProblem} "too-large"
 */
export function withinLargestFile(text) {
  if (new TextEncoder().encode(text).length > MAX_FILE_SIZE) {
    throw new FileProblem("too-large");
  }
  return text;
}

function answersOfVersion1(members) {
  expectInFile(hasExactly(members, ["format", "version", "form", "answers"]) && isPlainName(members.form));
  try {
    return { form: members.form, answers: copyAnswers(members.answers) };
  } catch {
    throw new FileProblem("unexpected");
  }
}

function envelopeOfVersion1(members) {
  expectInFile(isEnvelope(members));
  return { envelope: members };
}

function copyAnswers(answers) {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new TypeError("answers are an object");
  }
  const copy = new PlainCopy({
    maxTextLength: MAX_TEXT_LENGTH,
    maxRows: MAX_ROWS,
    maxStrokes: MAX_FILE_STROKES,
    maxNumber: MAX_NUMBER,
    maxDepth: MAX_DEPTH,
    maxValues: MAX_VALUES,
  });
  return copy.copyMembers(answers, 0);
}

function expectInFile(isSo) {
  if (!isSo) {
    throw new FileProblem("unexpected");
  }
}
