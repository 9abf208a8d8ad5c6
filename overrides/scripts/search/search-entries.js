/**
 * @typedef {object} Entry A page, or a place on it.
 * @property {string} address Relative to the site's root.
 * @property {string} title
 * @property {string} about The title of its page; where it is a page itself, what that says of itself.
 * @property {string} section Whose it is.
 * @property {string} whom
 * @property {string[]} audience
 * @property {string} kind
 */

/**
 * @param {any} data As hooks/houvast/output/search_index.py wrote it.
 * @returns {Entry[]} What can be found, as it is shown.
 */
export function entriesOf({ entries, pages, sections }) {
  return entries.map(([page, anchor, title, isTip]) => {
    const [address, heading, , description, whom, audience, section] = pages[page];
    return {
      address: anchor ? `${address}#${anchor}` : address,
      title: title || heading,
      about: anchor ? heading : description,
      section: sections[section] ?? "",
      whom,
      audience: audience.split(" "),
      kind: anchor ? (isTip ? "tip" : "heading") : "page",
    };
  });
}

/**
 * @param {any} data As hooks/houvast/output/search_index.py wrote it: each page stands before the places on it.
 * @returns {number[]} For each entry, which entry is its page.
 */
export function pagesOf({ entries }) {
  let page = 0;
  return entries.map(([, anchor], index) => (anchor ? page : (page = index)));
}

/**
 * @param {any} data As hooks/houvast/output/search_index.py wrote it.
 * @returns {{title: string, name: string, description: string, asked: string[], words: string[]}[]} What each entry says, in
 *   the same order. What a page says of itself, and what people say for it, belong to the page as a whole.
 */
export function textsOf({ entries, pages, texts, vocabulary }) {
  const words = vocabulary.split(" ");
  const wordsOf = (text) => numbersOf(text).map((number) => words[number]);
  return texts.split(";").map((text, id) => {
    const [page, anchor, title] = entries[id];
    const [, heading, name, description, , , , asked] = pages[page];
    return {
      title: title || heading,
      name: anchor ? `${name} ${heading}` : name,
      description: anchor ? "" : description,
      asked: anchor ? [] : wordsOf(asked),
      words: wordsOf(text),
    };
  });
}

/** Each number is written as how much it is more than the one before. */
function numbersOf(text) {
  let number = 0;
  return text ? text.split(",").map((step) => (number += Number.parseInt(step, 36))) : [];
}
