const controller = new AbortController();

document.addEventListener("leaving", () => controller.abort(), { once: true });
// A script that comes late finds the page covered already.
if (document.documentElement.classList.contains("left")) {
  controller.abort();
}

/** Ends with leaving: once it is aborted, nothing may be put on the page, copied, saved or asked any more. */
export const leavingSignal = controller.signal;

/**
 * Waits, and goes on only where the reader is still here. Whatever takes time on this site waits by this.
 *
 * @template T
 * @param {Promise<T> | T} result What is waited for.
 * @returns {Promise<T>} Fails with an AbortError when the reader left meanwhile, whatever became of the result.
 */
export async function whileHere(result) {
  try {
    return await result;
  } finally {
    leavingSignal.throwIfAborted();
  }
}
