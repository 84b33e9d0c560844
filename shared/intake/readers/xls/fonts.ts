import { isSymbolFont } from '../symbols';
import type { CellText } from '../sheets/text';

/** The fonts of a book. */
export interface Fonts {
  /** Undefined where the book does not have it. */
  readonly nameOf: (index: number) => string | undefined;
  /** Only then does a font change what is read. */
  readonly hasSymbols: boolean;
}

/** Where letters begin to be of another font, and its number. */
export interface Run {
  readonly at: number;
  readonly font: number;
}

/** `names`: in the order of their records. The number 4 is left out. */
export function fontsOf(names: readonly string[]): Fonts {
  return { nameOf: (index) => names[index > 4 ? index - 1 : index], hasSymbols: names.some(isSymbolFont) };
}

/** The text cut where its font changes, the first piece in that of the cell. Changes out of order are damage: it is left whole. */
export function cutByFont(text: string, runs: readonly Run[], fonts: Fonts): CellText {
  const inOrder = runs.every(({ at }, run) => at >= (runs[run - 1]?.at ?? 0));
  if (!fonts.hasSymbols || runs.length === 0 || !inOrder) return text;
  const first = { text: text.slice(0, runs[0]?.at), font: undefined };
  return [
    first,
    ...runs.map(({ at, font }, run) => ({
      text: text.slice(at, runs[run + 1]?.at),
      font: fonts.nameOf(font),
    })),
  ];
}
