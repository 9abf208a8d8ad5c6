// What the example of the standard allows: frames in frames, and the windows that opened them.
const MAX_WINDOWS = 500;

/**
 * Finds what a learning system offers to the page that it opened: in a window around this one, in the one that opened
 * those, or in the one that opened this one, as the standard says.
 *
 * @param {string} name `API` for SCORM 1.2, `API_1484_11` for SCORM 2004.
 * @returns {object | undefined} Nothing without a learning system.
 */
export function findLearningSystem(name) {
  for (const start of [window, window.opener]) {
    let around = start;
    for (let count = 0; around && count < MAX_WINDOWS; count += 1) {
      const found = readFrom(around, name);
      if (found) {
        return found;
      }
      around = around.parent === around ? around.opener : around.parent;
    }
  }
  return undefined;
}

function readFrom(other, name) {
  try {
    return other[name];
  } catch {
    // A window of another site.
    return undefined;
  }
}
