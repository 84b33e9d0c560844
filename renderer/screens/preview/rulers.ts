/** Widths of characters in one of the fonts of the pages, in ems. */
export type Ruler = (char: string) => number;

/** The fonts of the pages: text, and headings. */
const FONTS = ["400 100px 'BIZ UDPMincho'", "700 100px 'BIZ UDPGothic'"];

/** Rulers for the fonts of the pages, once these are there. */
export async function printRulers(): Promise<readonly Ruler[]> {
  await Promise.all(FONTS.map((font) => document.fonts.load(font, '評')));
  return FONTS.map(rulerFor);
}

function rulerFor(font: string): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  const known = new Map<string, number>();
  return (char) => {
    const width = known.get(char) ?? (context?.measureText(char).width ?? 100) / 100;
    known.set(char, width);
    return width;
  };
}

/**
 * The width of each character of a piece of text that is `width` wide, at a type size in the same unit. A piece does not
 * tell its font: the one in which it would be nearest to its width is taken.
 */
export function widthsIn(
  characters: readonly string[],
  width: number,
  size: number,
  rulers: readonly Ruler[],
): readonly number[] {
  const tries = rulers.map((ruler) => characters.map((char) => ruler(char) * size));
  const off = (widths: readonly number[]) => Math.abs(sum(widths) - width);
  const nearest = tries.reduce((best, one) => (off(one) < off(best) ? one : best), tries[0] ?? []);
  const total = sum(nearest);
  return nearest.map((own) => (total > 0 ? (own * width) / total : 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
