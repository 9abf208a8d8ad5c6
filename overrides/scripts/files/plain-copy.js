const PLAIN_NAME = /^[a-z0-9-]+(?:\/[a-z0-9-]+){0,3}$/;
const MAX_NAME_LENGTH = 200;
const PROTOTYPE_NAME = /(?:^|\/)(?:constructor|prototype)(?:\/|$)/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * @param {unknown} name
 * @returns {boolean} Whether a form, an answer or a part of one can be called this.
 */
export function isPlainName(name) {
  return (
    typeof name === "string" &&
    name.length <= MAX_NAME_LENGTH &&
    PLAIN_NAME.test(name) &&
    !PROTOTYPE_NAME.test(name)
  );
}

/**
 * Copies an answer and everything in it: `true`, text, whole numbers, and lists and objects of these. The copies of
 * objects have no prototype, so what is not in them is undefined, whatever its name. Half characters (lone
 * surrogates) become U+FFFD, since UTF-8 has no place for them.
 */
export class PlainCopy {
  /**
   * @param {object} limits
   * @param {number} limits.maxTextLength In UTF-16 units, as fields count them.
   * @param {number} limits.maxRows Of a list that holds anything but numbers.
   * @param {number} limits.maxStrokes Of such a list called "strokes".
   * @param {number} limits.maxNumber
   * @param {number} limits.maxDepth How many lists and objects may lie in one another.
   * @param {number} limits.maxValues Of all that this copy is asked to copy together.
   */
  constructor(limits) {
    this.limits = limits;
    this.values = 0;
  }

  /**
   * @param {any} value
   * @param {string} name What it is called in the object that it lies in; in a list, what the list is called.
   * @param {number} depth In how many lists and objects of the answer it lies.
   * @returns {true | string | number | Array | object}
   * @throws {RangeError} There is too much of it.
   * @throws {TypeError} It is or holds something that no answer can be.
   */
  copy(value, name, depth) {
    this.values += 1;
    this.limit(this.values, this.limits.maxValues);
    if (value === true) {
      return true;
    }
    if (typeof value === "string") {
      this.limit(value.length, this.limits.maxTextLength);
      return value.replace(LONE_SURROGATE, "\uFFFD");
    }
    if (Number.isInteger(value) && value >= 0) {
      this.limit(value, this.limits.maxNumber);
      return value;
    }
    if (typeof value !== "object" || value === null) {
      throw new TypeError("an answer is true, text, a whole number, a list or an object");
    }
    this.limit(depth + 1, this.limits.maxDepth);
    return Array.isArray(value) ? this.copyList(value, name, depth + 1) : this.copyMembers(value, depth + 1);
  }

  copyList(list, name, depth) {
    if (!list.every(Number.isInteger)) {
      this.limit(list.length, name === "strokes" ? this.limits.maxStrokes : this.limits.maxRows);
    }
    return list.map((entry) => this.copy(entry, name, depth));
  }

  /**
   * Copies an object's members.
   *
   * @param {object} object
   * @param {number} depth Of its members: 0 where they are the answers themselves.
   * @returns {object}
   * @throws {RangeError | TypeError} As `copy` does.
   */
  copyMembers(object, depth) {
    const copied = Object.create(null);
    for (const [name, value] of Object.entries(object)) {
      if (!isPlainName(name)) {
        throw new TypeError("a name that no answer can have");
      }
      copied[name] = this.copy(value, name, depth);
    }
    return copied;
  }

  limit(amount, most) {
    if (amount > most) {
      throw new RangeError(`${amount} is more than ${most}`);
    }
  }
}
