import type { Candidates, HeadingAtom } from './placed';
import { largest, smallest } from '../../lists';

/** Headings that can be one place only, or one only in the parts that the page shows: `委託事項4`. */
export function anchorsOf(
  atoms: readonly HeadingAtom[],
  candidates: Candidates,
  parts: readonly string[],
): readonly number[] {
  return atoms.flatMap((atom) => {
    const all = candidates(atom);
    const here = atom.kind === 'entry' ? all.filter(({ segment }) => parts.includes(segment)) : all;
    const [only, other] = here;
    return only && !other ? [only.index] : [];
  });
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Between which places a page lies, told by headings that can be one place only. */
export function rangesOf(anchors: readonly (readonly number[])[], count: number): readonly Range[] {
  const kept = consistent(anchors);
  return kept.map((own, nth) => {
    const before = largest([-1, ...kept.slice(0, nth).flat()]);
    const after = smallest([count, ...kept.slice(nth + 1).flat()]);
    return { low: smallest([before, ...own]), high: largest([after, ...own]) };
  });
}

/** Without those that contradict most of the others: words of a value that look like a heading. */
function consistent(anchors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const all = anchors.flatMap((own, page) => own.map((index) => ({ page, index })));
  return anchors.map((own, page) =>
    own.filter((index) => {
      const others = all.filter((other) => other.page !== page);
      const against = others.filter((other) =>
        other.page < page ? other.index > index : other.index < index,
      );
      return against.length * 3 <= others.length;
    }),
  );
}
