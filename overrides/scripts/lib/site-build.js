import { leavingSignal } from "../exit/leaving-signal.js";

/**
 * Says why something did not come. A build gives other names to what it changed, so whoever still reads a page of the
 * one before asks for what is not there any more. To be asked only then: it asks for this page anew.
 *
 * @param {DOMStringMap} words Has a sentence for both cases: `wordRenewed` and `wordNotLoaded`.
 * @param {(text: string) => void} say Is not called when the reader left meanwhile.
 */
export async function sayWhyNotLoaded(words, say) {
  const renewed = await isRenewed().catch(() => false);
  if (!leavingSignal.aborted) {
    say(renewed ? words.wordRenewed : words.wordNotLoaded);
  }
}

async function isRenewed() {
  const answer = await fetch(window.location.href, { cache: "no-store", signal: leavingSignal });
  const page = await answer.text();
  // A server in trouble says nothing of the site.
  return answer.status === 404 || (answer.ok && !page.includes(` data-build="${document.body.dataset.build}"`));
}
