/**
 * Forms of a text for comparing only; a value is never replaced by one.
 */

/** Width and compatibility folded (NFKC), circles and dashes of one look made one, white space removed. */
export function bare(text: string): string {
  return foldWidth(text).replace(/[\s\u200b]/g, '');
}

/** NFKC with the look-alikes that NFKC leaves apart: ○〇◯, ～〜, and the dashes between words. */
export function foldWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[○〇◯]/g, '○')
    .replace(/[〜～]/g, '~')
    .replace(/[‐‑–—―−]/g, '-');
}
