import { hasDigit } from "./word-forms.js";
import { MiniSearch } from "../made/minisearch.js";

const SHORTEST_KNOWN = { slip: 5, twoSlips: 7, part: 3, compound: 8, compoundPart: 4 };

/** The library takes words as they come: their forms are made here. */
export const WORDS_AS_GIVEN = { tokenize: (words) => words, processTerm: (word) => word, stringifyField: (words) => words };

/**
 * The words that the pages have and those that people say for them: what is typed is one of these, or a slip, or made of
 * them.
 */
export class KnownWords {
  /**
   * @param {Set<string>} vocabulary Of the pages, as forms.
   * @param {import("./other-words.js").OtherWords} others What people say.
   * @param {import("./word-forms.js").WordForms} forms
   */
  constructor(vocabulary, others, forms) {
    this.vocabulary = vocabulary;
    this.others = others;
    this.forms = forms;
    this.compounds = this.compoundsOf();
    // All words as one entry: the library tells which of them a slip is near to.
    this.spelling = new MiniSearch({ fields: ["words"], ...WORDS_AS_GIVEN });
    const listed = [...others.words].map((word) => forms.sounding(word));
    this.spelling.add({ id: 0, words: [...new Set([...vocabulary, ...listed])].filter((word) => !hasDigit(word)) });
  }

  /** The forms of a word that the pages have. */
  formsOf(word) {
    return this.forms.of(word).filter((form) => this.vocabulary.has(form));
  }

  has(word) {
    return this.formsOf(word).length > 0 || this.others.listedWith(word).length > 0 || this.others.words.has(word);
  }

  /** The known words that somebody may have meant. */
  nearTo(word) {
    const slips = [word.length >= SHORTEST_KNOWN.slip ? 1 : 0, word.length >= SHORTEST_KNOWN.twoSlips ? 2 : 0];
    for (const fuzzy of hasDigit(word) ? [] : slips.filter(Boolean)) {
      const found = this.spelling.search(this.forms.sounding(word), { tokenize: (term) => [term], fuzzy });
      if (found.length) {
        return Object.keys(found[0].match);
      }
    }
    return [];
  }

  /** The words that have a known word at their beginning or end. */
  withPart(word) {
    return this.compounds.get(word) ?? [];
  }

  /** The two known words that a word is made of, perhaps with an "s" or "en" between them. */
  partsOf(word, shortest = SHORTEST_KNOWN.part) {
    for (let place = shortest; place <= word.length - shortest; place += 1) {
      const end = this.formsOf(word.slice(place));
      if (end.length) {
        for (const start of [word.slice(0, place), word.slice(0, place).replace(/(?:s|en|e)$/, "")]) {
          const beginning = start.length >= SHORTEST_KNOWN.part ? this.formsOf(start) : [];
          if (beginning.length) {
            return [...beginning, ...end];
          }
        }
      }
    }
    return [];
  }

  compoundsOf() {
    const compounds = new Map();
    for (const word of this.vocabulary) {
      if (word.length >= SHORTEST_KNOWN.compound && !hasDigit(word)) {
        for (const part of this.partsOf(word, SHORTEST_KNOWN.compoundPart)) {
          compounds.set(part, [...(compounds.get(part) ?? []), word]);
        }
      }
    }
    return compounds;
  }
}
