import { entriesOf, pagesOf, textsOf } from "./search-entries.js";
import { foldedWords, joinedWords } from "./folded-words.js";
import { KnownWords, WORDS_AS_GIVEN } from "./known-words.js";
import { MiniSearch } from "../made/minisearch.js";
import { OtherWords } from "./other-words.js";
import { hasDigit, WordForms } from "./word-forms.js";

/** @typedef {import("./search-entries.js").Entry} Entry */

// Weighed on some two thousand queries: what people say for a page tells more than its title, which is short.
const FIELDS = { title: 4, name: 2, description: 2.5, asked: 6, text: 1 };
// Whom a page is for: home and people close by come before work, and that before training for everyday words.
const WHOM = { families: 1.05, network: 1.05, professionals: 1, training: 0.65, site: 0.75 };
const OWN_AUDIENCE = 1.4;
// A page as a whole comes a little before a tip that says as much; a heading of another page, after both.
const KINDS = { page: 1.15, tip: 1, heading: 0.9 };
// What a word of the query counts that is found in another way than as it is typed.
const ENDING = 0.85;
const SLIP = 0.8;
const OTHER_WORD = 0.7;
const BESIDE_OTHER_WORD = 0.5;
const SPLIT = 0.75;
const PART_OF_WORD = 0.35;
const BEGINNING = 0.3;
const LAST_BEGINNING = 0.6;
// What one word of a saying counts for the pages that an editor put behind it, in their order.
const SAYING = 45;
const NEXT_PAGE = 0.86;
const PASSED_OVER = { score: 0.1, weight: 0.2 };
// No single word decides alone.
const MAX_OF_A_WORD = 50;
const LIKE_A_TITLE = 2;
const SHORTEST_ASKED = { beginning: 4, lastBeginning: 2, split: 6 };
// What a place on a page says, its page says too, a little less.
const SHARE_OF_PLACE = 0.7;
const ENTRIES_A_PAGE = 2;
const MAX_RESULTS = 12;
// What is so much weaker than the best is not what anybody looks for.
const MIN_SHARE_OF_BEST = 0.12;
const ENTRIES_AT_ONCE = 60;

/**
 * Finds pages and tips in one language. The library has the index, the ranking of single words and the slips; what
 * people mean, and for whom pages are, is weighed here.
 */
export class SearchIndex {
  /**
   * @param {any} data As hooks/houvast/output/search_index.py wrote it.
   * @returns {Promise<SearchIndex>} Is made in steps, so that a slow phone stays awake.
   */
  static async from(data) {
    const index = new SearchIndex(data);
    await index.library.addAllAsync(index.rows, { chunkSize: ENTRIES_AT_ONCE });
    index.rows = [];
    return index;
  }

  constructor(data) {
    this.forms = new WordForms(data.endings, data.alike);
    this.passedOver = new Set(data.passedOver);
    this.others = new OtherWords(data.others, data.cries, this.passedOver, this.forms);
    this.entries = entriesOf(data);
    this.pageOf = pagesOf(data);
    this.titles = this.entries.map((entry, index) => this.titlesOf(entry, data, index));
    this.rows = textsOf(data).map((text, id) => this.rowOf(text, id));
    const fields = Object.keys(FIELDS);
    this.library = new MiniSearch({ fields, ...WORDS_AS_GIVEN });
    const vocabulary = new Set(this.rows.flatMap((row) => fields.flatMap((field) => row[field])));
    this.known = new KnownWords(vocabulary, this.others, this.forms);
    this.scores = new Map();
  }

  /**
   * @param {string} query As it is typed.
   * @param {string[]} audience Of the page that the reader is on.
   * @returns {{entries: Entry[], isCry: boolean}} The best first; and whether somebody asks for help at once.
   */
  find(query, audience) {
    const words = foldedWords(query);
    const meanings = words.map((word) => this.meaning(word));
    const said = words.filter((word) => !this.passedOver.has(word)).length;
    const groups = this.groupsOf(words, said);
    this.addSayings(groups, words, meanings);
    const isCry = this.others.isCry(meanings, said);
    return { entries: this.best(this.ranked(groups, words, audience)), isCry };
  }

  rowOf({ title, name, description, asked, words }, id) {
    return {
      id,
      // Whoever types nothing but words that are passed over may mean a title: "What do you say?"
      title: spelt(title).flatMap((word) => this.forms.of(word)),
      name: this.formsOfAll(spelt(name)),
      description: this.formsOfAll(spelt(description)),
      asked: this.formsOfAll(asked.flatMap(spelt)),
      text: this.formsOfAll(words.flatMap(spelt)),
    };
  }

  formsOfAll(words) {
    return words.filter((word) => !this.passedOver.has(word)).flatMap((word) => this.forms.of(word));
  }

  titlesOf({ title }, data, index) {
    const [page, anchor] = data.entries[index];
    const all = anchor ? [title] : [title, data.pages[page][2]];
    return all.map((written) => this.bareWords(written));
  }

  bareWords(text) {
    return new Set(foldedWords(text).map((word) => this.bare(word)));
  }

  bare(word) {
    return this.forms.of(word).at(-1);
  }

  meaning(word) {
    const meaning = this.others.meaning(word);
    if (!this.known.has(word)) {
      for (const near of this.known.nearTo(word)) {
        for (const form of [near, ...this.others.meaning(near)]) {
          meaning.add(form);
        }
      }
    }
    return meaning;
  }

  /** What to look for, for each word that says something; for each word, where none does. */
  groupsOf(words, said) {
    const groups = new Map();
    words.forEach((word, place) => {
      if (!said || !this.passedOver.has(word)) {
        groups.set(place, { weight: 1, terms: this.termsOf(word, place === words.length - 1), pages: new Map() });
      }
    });
    words.slice(1).forEach((word, place) => {
      for (const form of this.known.formsOf(words[place] + word)) {
        groups.get(place)?.terms.push({ term: form, counts: 1 });
        groups.get(place + 1)?.terms.push({ term: form, counts: 1 });
      }
    });
    return groups;
  }

  /** @returns {{term: string, counts: number, isBeginning?: boolean}[]} What to look for, and what each counts. */
  termsOf(word, isLast) {
    /** @type {{term: string, counts: number, isBeginning?: boolean}[]} */
    const terms = this.known.formsOf(word).map((term, index) => ({ term, counts: index ? ENDING : 1 }));
    const parts = terms.flatMap(({ term }) => this.known.withPart(term));
    terms.push(...parts.map((term) => ({ term, counts: PART_OF_WORD })));
    for (const { word: other, isMeant } of this.others.listedWith(word)) {
      terms.push(...this.known.formsOf(other).map((term) => ({ term, counts: isMeant ? OTHER_WORD : BESIDE_OTHER_WORD })));
    }
    if (!hasDigit(word) && word.length >= (isLast ? SHORTEST_ASKED.lastBeginning : SHORTEST_ASKED.beginning)) {
      const counts = isLast ? LAST_BEGINNING : BEGINNING;
      terms.push({ term: this.forms.sounding(word), counts, isBeginning: true });
    }
    if (!this.known.formsOf(word).length && word.length >= SHORTEST_ASKED.split) {
      terms.push(...this.known.partsOf(word).map((term) => ({ term, counts: SPLIT })));
    }
    if (!this.known.has(word)) {
      terms.push(...this.known.nearTo(word).map((term) => ({ term, counts: SLIP })));
    }
    return terms;
  }

  addSayings(groups, words, meanings) {
    for (const { saying, places, share } of this.others.found(words, meanings)) {
      for (const place of places) {
        if (!groups.has(place)) {
          groups.set(place, { weight: PASSED_OVER.weight, terms: [], pages: new Map() });
        }
        const { weight, terms, pages } = groups.get(place);
        saying.pages.forEach((entry, rank) => {
          const counts = SAYING * share ** 3 * NEXT_PAGE ** rank * (weight < 1 ? PASSED_OVER.score : 1);
          pages.set(entry, Math.max(counts, pages.get(entry) ?? 0));
        });
        const meant = saying.words.flatMap((word) => this.known.formsOf(word));
        terms.push(...(share < 1 ? [] : meant).map((term) => ({ term, counts: OTHER_WORD })));
      }
    }
  }

  ranked(groups, words, audience) {
    const scores = new Map();
    let whole = 0;
    for (const { weight, terms, pages } of groups.values()) {
      whole += weight;
      for (const [entry, score] of this.scoresOf(terms, pages)) {
        const before = scores.get(entry) ?? { score: 0, covered: 0 };
        scores.set(entry, { score: before.score + score, covered: before.covered + weight });
      }
    }
    const asked = new Set(words.map((word) => this.bare(word)));
    return [...scores]
      .map(([entry, { score, covered }]) => {
        const likeness = Math.max(0, ...this.titles[entry].map((title) => likenessOf(title, asked)));
        const value = score * (covered / whole) * (1 + LIKE_A_TITLE * likeness ** 2);
        return { entry: this.entries[entry], value: value * factorOf(this.entries[entry], audience) };
      })
      .sort((one, other) => other.value - one.value);
  }

  /** Of each entry the best that any term of a group gives it. */
  scoresOf(terms, pages) {
    const best = new Map();
    for (const { term, counts, isBeginning } of terms) {
      for (const [entry, score] of this.scoresOfTerm(term, isBeginning)) {
        best.set(entry, Math.max(best.get(entry) ?? 0, Math.min(score, MAX_OF_A_WORD) * counts));
      }
    }
    for (const [entry, score] of [...best]) {
      const page = this.pageOf[entry];
      best.set(page, Math.max(best.get(page) ?? 0, score * SHARE_OF_PLACE));
    }
    for (const [entry, score] of pages) {
      best.set(entry, (best.get(entry) ?? 0) / 2 + score);
    }
    return best;
  }

  scoresOfTerm(term, prefix = false) {
    const key = prefix ? `${term}*` : term;
    if (!this.scores.has(key)) {
      const asked = { tokenize: (word) => [word], boost: FIELDS, prefix, weights: { prefix: 0.4, fuzzy: 0 } };
      const found = this.library.search(term, asked);
      this.scores.set(key, found.map(({ id, score }) => [id, score]));
    }
    return this.scores.get(key);
  }

  best(ranked) {
    const shown = new Map();
    const best = [];
    for (const { entry, value } of ranked) {
      const [page] = entry.address.split("#");
      const before = shown.get(page) ?? 0;
      if (before < ENTRIES_A_PAGE && best.length < MAX_RESULTS && value >= ranked[0].value * MIN_SHARE_OF_BEST) {
        shown.set(page, before + 1);
        best.push(entry);
      }
    }
    return best;
  }
}

/** The words of a text; what a hyphen joins is one word, too. */
function spelt(text) {
  return [...foldedWords(text), ...joinedWords(text)];
}

function likenessOf(title, asked) {
  const shared = [...title].filter((word) => asked.has(word)).length;
  return shared / (title.size + asked.size - shared);
}

function factorOf({ whom, kind, audience }, own) {
  const isOwn = own.some((name) => audience.includes(name));
  return WHOM[whom] * KINDS[kind] * (isOwn ? OWN_AUDIENCE : 1);
}
