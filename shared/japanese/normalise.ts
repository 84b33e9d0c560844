/**
 * Forms of a text for comparing only; a value is never replaced by one.
 */

/** Width and compatibility folded (NFKC), circles and dashes of one look made one, white space removed. */
export function bare(text: string): string {
  return foldWidth(text).replace(/[\s\u200b]/g, '');
}

/** `bare` with upper and lower case folded, character by character, so that a part of a text folds as it does in the whole. */
export function caseless(text: string): string {
  return Array.from(bare(text), (char) => char.toUpperCase().toLowerCase()).join('');
}

/** NFKC with the look-alikes that NFKC leaves apart: ○〇◯, ～〜, and the dashes between words. */
export function foldWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[○〇◯]/g, '○')
    .replace(/[〜～]/g, '~')
    .replace(/[‐‑–—―−]/g, '-');
}
