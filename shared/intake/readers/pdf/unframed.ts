import type { Line } from './lines';
import type { LaidOutPage } from './margins';
import { smallest } from '../../lists';

/** Points from the left edge of the text from which on a line stands in a column of its own and is not merely set in. */
const INDENT = 60;
/** Share of the lines outside tables that stand there where labels and values stand side by side. */
const SHARE = 0.2;
/** Fewer lines say nothing. */
const LEAST = 20;

/** Whether cells stand side by side without lines around them on most of what stands outside tables. */
export function isUnframed(pages: readonly LaidOutPage[]): boolean {
  const loose = pages.map(looseLines).filter((lines) => lines.length > 0);
  const left = smallest(loose.flat().map((line) => line.left));
  const all = loose.flat();
  const apart = all.filter((line) => line.left > left + INDENT);
  return all.length >= LEAST && apart.length > all.length * SHARE;
}

function looseLines({ items }: LaidOutPage): readonly Line[] {
  return items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
}
