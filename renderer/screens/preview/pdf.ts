import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import type { Path } from '../../../shared/assessment/path';
import { printLinks } from '../../../shared/publish/links';
import { printRulers, type Ruler, widthsIn } from './rulers';

GlobalWorkerOptions.workerSrc = workerAddress;

/** A rectangle on a page, in points from its upper left corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A value on a page that links to its item. */
export interface ItemPlace extends Rect {
  readonly path: Path;
}

/** The rectangle of a search hit on a page. */
export interface Hit extends Rect {
  /** From 0. */
  readonly page: number;
}

export interface OutlineEntry {
  readonly title: string;
  /** From 0. */
  readonly page: number;
  /** Points from the upper edge of the page. */
  readonly top: number;
  readonly level: number;
}

/** The pages of a preview. */
export interface Pages {
  readonly sizes: readonly Size[];
  readonly outline: readonly OutlineEntry[];
  readonly page: (index: number) => Promise<PDFPageProxy>;
  readonly items: (index: number) => Promise<readonly ItemPlace[]>;
  readonly find: (query: string) => Promise<readonly Hit[]>;
  readonly close: () => Promise<void>;
}

/** Opens a PDF for showing; the bytes are handed to the worker and must not be used again. */
export async function openPages(bytes: Uint8Array): Promise<Pages> {
  const task = getDocument({ data: bytes, isEvalSupported: false, enableXfa: false });
  const document = await task.promise;
  const page = (index: number) => document.getPage(index + 1);
  const sizes = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => sizeOf(await page(at))),
  );
  return {
    sizes,
    outline: await outlineOf(document),
    page,
    items: async (index) => itemsOn(await page(index)),
    find: (query) => findIn(document, query),
    close: () => task.destroy(),
  };
}

function sizeOf(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function outlineOf(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  // Typed as always there; a document without headings has none.
  const nodes = (await document.getOutline()) as readonly OutlineNode[] | null;
  return entriesOf(document, nodes ?? [], 1);
}

async function entriesOf(
  document: PDFDocumentProxy,
  nodes: readonly OutlineNode[],
  level: number,
): Promise<readonly OutlineEntry[]> {
  const parts = await Promise.all(
    nodes.map(async (node) => {
      const place = await placeOfNode(document, node);
      const below =
        level < 2 ? await entriesOf(document, node.items as readonly OutlineNode[], level + 1) : [];
      return [...(place ? [{ title: node.title, level, ...place }] : []), ...below];
    }),
  );
  return parts.flat();
}

async function placeOfNode(
  document: PDFDocumentProxy,
  { dest }: OutlineNode,
): Promise<{ readonly page: number; readonly top: number } | undefined> {
  const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  const reference = target?.[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0] | undefined;
  if (!reference) return undefined;
  const page = await document.getPageIndex(reference);
  // [page, /XYZ, left, top from the lower edge, zoom] (PDF 32000, 12.3.2.2)
  const top: unknown = target?.[3];
  const { height } = sizeOf(await document.getPage(page + 1));
  return { page, top: typeof top === 'number' ? Math.max(0, height - top) : 0 };
}

interface LinkAnnotation {
  readonly subtype: string;
  readonly rect: readonly [number, number, number, number];
  readonly url?: string;
  readonly unsafeUrl?: string;
}

async function itemsOn(page: PDFPageProxy): Promise<readonly ItemPlace[]> {
  const annotations = (await page.getAnnotations()) as readonly LinkAnnotation[];
  const { height } = sizeOf(page);
  const places = annotations.flatMap(({ subtype, rect: [x1, y1, x2, y2], url, unsafeUrl }) => {
    const path = printLinks.from(unsafeUrl ?? url ?? '');
    if (subtype !== 'Link' || path === undefined) return [];
    return [{ path, left: x1, top: height - y2, width: x2 - x1, height: y2 - y1 }];
  });
  return places.map((place) => endingAbove(place, places));
}

/** The engine draws the place of a cell that ends on this page as if the cell went on: it ends where the next one begins. */
function endingAbove(place: ItemPlace, places: readonly ItemPlace[]): ItemPlace {
  const below = places.filter(
    ({ path, left, width, top }) =>
      path !== place.path && top > place.top && left < place.left + place.width && place.left < left + width,
  );
  const end = Math.min(place.top + place.height, ...below.map(({ top }) => top));
  return { ...place, height: end - place.top };
}

/** All places of a text, width and white space aside; an empty query has none. */
async function findIn(document: PDFDocumentProxy, query: string): Promise<readonly Hit[]> {
  const wanted = folded(query);
  if (wanted === '') return [];
  const hits: Hit[] = [];
  const rulers = await printRulers();
  for (let index = 0; index < document.numPages; index++) {
    hits.push(...(await findOn(await document.getPage(index + 1), index, wanted, rulers)));
  }
  return hits;
}

interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

async function findOn(
  page: PDFPageProxy,
  index: number,
  wanted: string,
  rulers: readonly Ruler[],
): Promise<readonly Hit[]> {
  const content = await page.getTextContent();
  const pieces = content.items.filter((item) => 'str' in item) as readonly TextPiece[];
  const letters = pieces.flatMap((piece) => lettersOf(piece, sizeOf(page).height, rulers));
  const text = letters.map(({ letter }) => letter).join('');
  const hits: Hit[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    hits.push(...linesOf(letters.slice(at, at + wanted.length)).map((box) => ({ ...box, page: index })));
  }
  return hits;
}

interface Letter extends Rect {
  readonly letter: string;
}

/** One box for each folded character. */
function lettersOf(piece: TextPiece, pageHeight: number, rulers: readonly Ruler[]): readonly Letter[] {
  const { str, transform, width, height } = piece;
  const [x = 0, y = 0] = transform.slice(4);
  const characters = Array.from(str);
  const widths = widthsIn(characters, width, height, rulers);
  let left = x;
  return characters.flatMap((char, at) => {
    const own = widths[at] ?? 0;
    const box = { left, top: pageHeight - y - height, width: own, height: height * 1.15 };
    left += own;
    return Array.from(folded(char), (letter) => ({ letter, ...box }));
  });
}

/** One rectangle for each line of the characters. */
function linesOf(letters: readonly Letter[]): readonly Rect[] {
  const lines: Letter[][] = [];
  for (const letter of letters) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].top - letter.top) < letter.height / 2) line.push(letter);
    else lines.push([letter]);
  }
  return lines.map((line) => {
    const left = Math.min(...line.map((letter) => letter.left));
    const right = Math.max(...line.map((letter) => letter.left + letter.width));
    return { left, top: line[0]?.top ?? 0, width: right - left, height: line[0]?.height ?? 0 };
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
