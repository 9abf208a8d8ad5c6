/**
 * Finds a part of the page that a script cannot do without.
 *
 * @param {object} owner What needs it, or its name.
 * @param {ParentNode} root Where it stands.
 * @param {string} selector
 * @returns {HTMLElement}
 * @throws {Error} It is not there; says which class needs it, and where it was looked for.
 */
export function neededPart(owner, root, selector) {
  const part = root.querySelector(selector);
  if (!part) {
    const name = typeof owner === "string" ? owner : owner.constructor.name;
    const { tagName = "page", className = "" } = root;
    throw new Error(`${name}: no ${selector} in <${tagName.toLowerCase()} class="${className}">`);
  }
  return part;
}
