import type { ParsedPdf } from './parse';

/** A range of bytes of the file. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

interface Element {
  /** What it is (PDF 32000, 14.8.4): `TH`, `TR` … */
  readonly kind: string;
  readonly parent: number;
  /** Where its list of contents begins, and the list. */
  readonly at: number;
  readonly contents: string;
}

/**
 * The contents of tags that represent a head printed again at the top of a page. The engine puts them all into the tag of
 * the head, which is then read aloud once for each page of the table; without them it is read once.
 */
export function repeatedHeads(pdf: Uint8Array, { offsets }: ParsedPdf): readonly ByteRange[] {
  const elements = elementsIn(new TextDecoder('latin1').decode(pdf), offsets);
  return [...elements.values()].flatMap((element) => {
    const repetitions = contentsAfterFirstPage(element);
    return repetitions.length > 0 && isInTableHead(element, elements) ? repetitions : [];
  });
}

const ELEMENT =
  /\b(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)\n\/P (\d+) 0 R\n\/K \[((?:<<[^<>]*>>|[^\]<>])*)\]/dg;

function elementsIn(text: string, offsets: readonly number[]): ReadonlyMap<number, Element> {
  const elements = new Map<number, Element>();
  for (const found of text.matchAll(ELEMENT)) {
    const [, number, kind = '', parent, contents = ''] = found;
    if (offsets[Number(number)] !== found.index) continue;
    const at = found.indices?.[4]?.[0] ?? 0;
    elements.set(Number(number), { kind, parent: Number(parent), at, contents });
  }
  return elements;
}

/** Marked content of a page (14.7.4.2). */
const CONTENT = /<<\/Type \/MCR\n\/Pg (\d+) 0 R\n\/MCID \d+>>/g;

function contentsAfterFirstPage({ at, contents }: Element): readonly ByteRange[] {
  const all = [...contents.matchAll(CONTENT)];
  return all
    .filter(([, page]) => page !== all[0]?.[1])
    .map(({ 0: content, index }) => ({ from: at + index, to: at + index + content.length }));
}

/** Rows of the body hang at their table, rows of the head in a group of their own. */
function isInTableHead(element: Element, elements: ReadonlyMap<number, Element>): boolean {
  let ancestor: Element | undefined = element;
  while (ancestor && ancestor.kind !== 'TR') ancestor = elements.get(ancestor.parent);
  const group = ancestor && elements.get(ancestor.parent);
  return group !== undefined && group.kind !== 'Table' && elements.get(group.parent)?.kind === 'Table';
}
