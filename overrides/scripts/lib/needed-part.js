/**
 * Finds a part of the page that a script cannot do without.
 *
 * @param {string} owner What needs it, by name: a class has another one once it is made small.
 * @param {ParentNode & {tagName?: string, className?: string}} root Where it stands.
 * @param {string} selector
 * @returns {any} Of the kind that the template gave it.
 * @throws {Error} It is not there; says which class needs it, and where it was looked for.
 */
export function neededPart(owner, root, selector) {
  const part = root.querySelector(selector);
  if (!part) {
    const { tagName = "page", className = "" } = root;
    throw new Error(`${owner}: no ${selector} in <${tagName.toLowerCase()} class="${className}">`);
  }
  return part;
}
