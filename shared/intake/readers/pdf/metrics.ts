import { isSymbolFont } from '../symbols';
import type { PdfFont } from './library';

/** What placing needs of a font. */
export interface FontMetrics {
  readonly vertical: boolean;
  /** Size of one unit of its widths, as a share of the size. */
  readonly unit: number;
  /** What a vertical character takes where nothing else is said, in such units. */
  readonly verticalAdvance: number | undefined;
  /** Nothing tells what its characters mean. */
  readonly isNumbered: boolean;
  /** Name of a font of symbols: its codes are letters, what it shows is not. */
  readonly symbols: string | undefined;
  /** A character has a code of one byte. */
  readonly isSimple: boolean;
}

/** Where the file does not say. */
export const PLAIN_FONT: FontMetrics = {
  vertical: false,
  unit: 0.001,
  verticalAdvance: undefined,
  isNumbered: false,
  symbols: undefined,
  isSimple: true,
};

const known = new WeakMap<PdfFont, FontMetrics>();

/** Asked for once a font: pdf.js takes its answers apart anew each time. */
export function metricsOf(font: PdfFont, numbered: ReadonlySet<string>): FontMetrics {
  const metrics = known.get(font) ?? {
    vertical: font.vertical ?? false,
    unit: font.fontMatrix?.[0] ?? 0.001,
    verticalAdvance: font.defaultVMetrics?.[0],
    isNumbered: numbered.has(font.name ?? ''),
    symbols: isPictorial(font.name) ? font.name : undefined,
    isSimple: font.composite !== true,
  };
  known.set(font, metrics);
  return metrics;
}

/** pdf.js knows the letters of the font Symbol itself. */
function isPictorial(name: string | undefined): name is string {
  return isSymbolFont(name) && !/symbol/i.test(name);
}
