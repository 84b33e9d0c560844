/**
 * Forms of a text for comparing only; a value is never replaced by one. From the nearest to the text to the furthest:
 * `narrow` (width, every character in its place), `foldWidth` (compatibility and look-alikes), `bare` (without white
 * space), `caseless`. What a person writes of a heading has a form of its own in `headingForm.ts`, and the recogniser
 * one in `intake/recognise/fold.ts`, since a circled number or a ー for 一 means something only there.
 */

/** Width and compatibility folded (NFKC), circles and dashes of one look made one, white space removed. */
export function normaliseForComparison(text: string): string {
  return foldWidth(text).replace(/[\s\u200b]/g, '');
}

/** `bare` with upper and lower case folded, character by character, so that a part of a text folds as it does in the whole. */
export function normaliseIgnoringCase(text: string): string {
  return Array.from(normaliseForComparison(text), (char) => char.toUpperCase().toLowerCase()).join('');
}

/** NFKC with the look-alikes that NFKC leaves apart: ○〇◯, ～〜, and the dashes between words. */
export function foldWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[○〇◯]/g, '○')
    .replace(/[〜～]/g, '~')
    .replace(/[‐‑–—―−]/g, '-');
}

/** Full-width letters, digits and signs as half-width ones, character by character; kanji digits stay. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
