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
}

/** Where the file does not say. */
export const PLAIN_FONT: FontMetrics = {
  vertical: false,
  unit: 0.001,
  verticalAdvance: undefined,
  isNumbered: false,
};

const known = new WeakMap<PdfFont, FontMetrics>();

/** Asked for once a font: pdf.js takes its answers apart anew each time. */
export function metricsOf(font: PdfFont, numbered: ReadonlySet<string>): FontMetrics {
  const metrics = known.get(font) ?? {
    vertical: font.vertical ?? false,
    unit: font.fontMatrix?.[0] ?? 0.001,
    verticalAdvance: font.defaultVMetrics?.[0],
    isNumbered: numbered.has(font.name ?? ''),
  };
  known.set(font, metrics);
  return metrics;
}
