const MIN_STEM_LENGTH = 3;
const DOUBLE_AT_END = /([^\d])\1$/u;

/**
 * The forms under which a word is found: itself, and what is left of it without an ending, each written as it sounds.
 * Two words belong together when they share a form. A language without endings or letters that sound alike still works:
 * its words are found as they are, by their beginning, and with a slip.
 */
export class WordForms {
  /**
   * @param {string[]} endings Such as those of plurals.
   * @param {Record<string, string>} alike Letters, with those that they are written as.
   */
  constructor(endings, alike) {
    this.endings = endings;
    this.alike = Object.entries(alike);
    this.known = new Map();
  }

  /**
   * @param {string} word Folded.
   * @returns {string[]} The word itself comes first.
   */
  of(word) {
    let forms = this.known.get(word);
    if (!forms) {
      forms = hasDigit(word) ? [word] : [...new Set(this.stems(word).map((stem) => this.sounding(stem)))];
      this.known.set(word, forms);
    }
    return forms;
  }

  /** A word as it sounds, with its ending. */
  sounding(word) {
    return this.alike.reduce((written, [letters, others]) => written.replaceAll(letters, others), word);
  }

  stems(word) {
    const stems = [word, word.replace(DOUBLE_AT_END, "$1")];
    for (const ending of this.endings) {
      const stem = word.slice(0, word.length - ending.length);
      if (stem.length >= MIN_STEM_LENGTH && word.endsWith(ending)) {
        stems.push(stem, stem.replace(DOUBLE_AT_END, "$1"));
      }
    }
    return stems;
  }
}

/** Whether a word is or has a number, which is only itself: no ending, no slip. */
export function hasDigit(word) {
  return /\d/.test(word);
}
