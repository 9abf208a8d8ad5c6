import { foldedWords } from "./folded-words.js";

/** @typedef {{forms: string[][], weights: number[], words: string[], pages: number[]}} Saying What people say, and what that leads to. */
/** @typedef {{saying: Saying, places: Set<number>, share: number}} FoundSaying Where, and how much of it, the query has. */

// A saying of which less is in the query means something else.
const MIN_SHARE = 0.6;
const WEIGHT_OF_PASSED_OVER = 0.3;

/**
 * What people say for what the pages say: an editor's list. A word stands for all that it is listed with; a sentence
 * leads to pages where its words are in the query, in any order; where most of them are, a little less.
 */
export class OtherWords {
  /**
   * @param {[string, string[], number[]][]} list What people say, between commas; our words for it; pages by number.
   * @param {string[]} cries What somebody in danger says, between commas.
   * @param {Set<string>} passedOver Words that say little: they have one form only.
   * @param {import("./word-forms.js").WordForms} forms
   */
  constructor(list, cries, passedOver, forms) {
    this.passedOver = passedOver;
    this.forms = forms;
    this.words = new Set();
    // The words that a word stands for, and all that are listed with it.
    this.meant = new Map();
    this.beside = new Map();
    this.sayings = [];
    const listed = list.map(([said, words, pages]) => ({ sayings: sayingsOf(said), words: words.flatMap(foldedWords), pages }));
    for (const { sayings, words } of listed) {
      this.addGroup([...sayings.filter((saying) => saying.length === 1).flat(), ...words], words);
    }
    for (const { sayings, words, pages } of listed) {
      const led = sayings.filter((saying) => pages.length || saying.length > 1);
      this.sayings.push(...led.map((saying) => ({ forms: this.formsOfEach(saying), weights: this.weightsOf(saying), words, pages })));
    }
    this.cries = cries.flatMap(sayingsOf).map((cry) => this.formsOfEach(cry));
  }

  addGroup(all, meant) {
    if (!meant.length) {
      return;
    }
    for (const word of all) {
      this.words.add(word);
      const key = this.forms.sounding(word);
      this.meant.set(key, [...(this.meant.get(key) ?? []), ...meant]);
      this.beside.set(key, [...(this.beside.get(key) ?? []), ...all]);
    }
  }

  formsOfEach(words) {
    for (const word of words) {
      this.words.add(word);
    }
    return words.map((word) => this.ownForms(word));
  }

  ownForms(word) {
    return this.passedOver.has(word) ? [this.forms.sounding(word)] : this.forms.of(word);
  }

  /** Of a word that is listed itself, no form that happens to be another word: "copy" is no "cop". */
  asListed(forms) {
    return this.meant.has(forms[0]) ? forms.slice(0, 1) : forms;
  }

  /** What a word stands for, as forms, its own among them. */
  meaning(word) {
    const own = this.ownForms(word);
    const meant = this.asListed(own).flatMap((form) => this.meant.get(form) ?? []);
    return new Set([...own, ...meant.flatMap((other) => this.ownForms(other))]);
  }

  /**
   * @param {string} word
   * @returns {{word: string, isMeant: boolean}[]} What is listed with a word, without itself.
   */
  listedWith(word) {
    const own = this.asListed(this.ownForms(word));
    const meant = new Set(own.flatMap((form) => this.meant.get(form) ?? []));
    const beside = new Set(own.flatMap((form) => this.beside.get(form) ?? []));
    return [...beside].filter((other) => other !== word).map((other) => ({ word: other, isMeant: meant.has(other) }));
  }

  /**
   * @param {string[]} words Of the query.
   * @param {Set<string>[]} meanings Of each of them; a saying that leads to a word gives its words that meaning too.
   * @returns {FoundSaying[]} Those that the query has, without those that are part of a longer one.
   */
  found(words, meanings) {
    const pairs = words.slice(1).map((word, index) => new Set(this.forms.of(words[index] + word)));
    for (const saying of this.sayings.filter(({ words: meant }) => meant.length)) {
      for (const place of placesOf(saying.forms, meanings) ?? []) {
        for (const form of saying.words.flatMap((word) => this.ownForms(word))) {
          meanings[place].add(form);
        }
      }
    }
    const found = [];
    for (const saying of this.sayings) {
      const pair = placeOfPair(saying.forms, pairs);
      const { places, share } = pair ? { places: pair, share: 1 } : shareOf(saying, meanings);
      if (share === 1 || (share >= MIN_SHARE && places.size > 1)) {
        found.push({ saying, places, share });
      }
    }
    return found.filter((one) => !found.some((other) => isPartOf(one, other)));
  }

  weightsOf(words) {
    const weights = words.map((word) => (this.passedOver.has(word) ? WEIGHT_OF_PASSED_OVER : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / whole);
  }

  /**
   * Whether somebody asks for help at once.
   *
   * @param {Set<string>[]} meanings Of each word of the query.
   * @param {number} said How many of its words say something.
   */
  isCry(meanings, said) {
    return this.cries.some((cry) => (cry.length > 1 || said <= 1) && placesOf(cry, meanings));
  }
}

function sayingsOf(text) {
  return text.split(",").map(foldedWords).filter((words) => words.length);
}

/** Where each word of a saying is found, no place twice; nothing where one is not. */
function placesOf(saying, meanings) {
  const places = new Set();
  for (const forms of saying) {
    const place = meanings.findIndex((meaning, index) => !places.has(index) && forms.some((form) => meaning.has(form)));
    if (place < 0) {
      return null;
    }
    places.add(place);
  }
  return places;
}

/** Where the words of a saying are that the query has, and how much of the saying they are. */
function shareOf({ forms, weights }, meanings) {
  const places = new Set();
  let missing = 0;
  forms.forEach((own, index) => {
    const place = meanings.findIndex((meaning, at) => !places.has(at) && own.some((form) => meaning.has(form)));
    if (place < 0) {
      missing += weights[index];
    } else {
      places.add(place);
    }
  });
  return { places, share: 1 - missing };
}

function isPartOf(one, other) {
  return (
    other.places.size > one.places.size && other.share >= one.share && [...one.places].every((place) => other.places.has(place))
  );
}

/** Where two words are one that is listed: "code woord". */
function placeOfPair(saying, pairs) {
  const place = saying.length === 1 ? pairs.findIndex((pair) => saying[0].some((form) => pair.has(form))) : -1;
  return place < 0 ? null : new Set([place, place + 1]);
}
