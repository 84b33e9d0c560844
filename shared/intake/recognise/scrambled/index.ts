import { changeTableOf, indexOf } from '../../../forms/lookup';
import type { Form } from '../../../forms/types';
import type { SourceDocument } from '../../blocks';
import type { Leftover, RecognisedItem } from '../../result';
import { keyOf } from '../fold';
import type { Print } from '../print';
import { atomsOf } from './atoms';
import { changesOf } from './changes';
import { itemNames } from './itemCell';
import { itemsFrom } from './items';
import { orderOf } from './order';
import { type Box, type Page, pagesOf } from './pages';
import { readPages } from './reading';
import { headKeys, headLines } from './rows';
import { segmentsOf } from './segments';
import { instancesIn, slotsOf } from './slots';

export interface ScrambledResult {
  readonly items: readonly RecognisedItem[];
  readonly leftover: readonly Leftover[];
}

/**
 * Recognises text that was taken out of a PDF and lost its reading order within the pages: pages → boxes →
 * atoms → headings get their place → choices, checks and texts find theirs. What cannot be decided is `review`;
 * what belongs nowhere is left over with its place. No character is dropped.
 */
export function recogniseScrambled(source: SourceDocument, form: Form, print: Print): ScrambledResult {
  const { body, changes } = divide(pagesOf(source), form);
  const pages = body.map((page) => page.boxes.flatMap((box, nth) => atomsOf(box, nth, print)));
  const segments = segmentsOf(form, pages);
  const slots = slotsOf(form, instancesIn(form, pages, segments));
  const order = orderOf(pages, slots, segments);
  const reading = readPages(pages, order, slots);
  const table = changesOf(changes, {
    id: changeTableOf(form),
    heads: [...columnsOf(form), ...titleOf(form)],
    names: itemNames(print),
  });
  const items = itemsFrom(reading, slots);
  return { items: [...items, ...table.items], leftover: [...reading.leftover, ...table.leftover] };
}

function columnsOf(form: Form): readonly string[] {
  return (indexOf(form).byId.get(changeTableOf(form))?.item.children ?? []).map((column) => column.label);
}

/** The title of the annex that holds the table. */
function titleOf(form: Form): readonly string[] {
  const section = indexOf(form).byId.get(changeTableOf(form))?.section;
  return section ? [section.title, `${section.number ?? ''}${section.title}`] : [];
}

/** The table of changes begins where the heads of its columns stand, and takes the rest of the text. */
function divide(
  pages: readonly Page[],
  form: Form,
): { readonly body: readonly Page[]; readonly changes: readonly Page[] } {
  const heads = headKeys(columnsOf(form));
  const first = pages.findIndex((page) => showsHeads(page, heads));
  const page = pages[first];
  if (!page) return { body: pages, changes: [] };
  const head = page.boxes.findIndex((box) => holdsHead(box, heads));
  const at = showsRows(page.boxes.slice(0, head)) ? 0 : head;
  const rest = { ...page, boxes: page.boxes.slice(at) };
  return {
    body: [...pages.slice(0, first), { ...page, boxes: page.boxes.slice(0, at) }],
    changes: [rest, ...pages.slice(first + 1)],
  };
}

/** Cells of the table that were drawn before its heads: 事前・事後 by itself or behind other words. */
function showsRows(boxes: readonly Box[]): boolean {
  return boxes.some((box) => box.lines.some(({ text }) => /(?:^|\s)(?:事前|事後)\s*$/.test(text)));
}

/** Most of the columns are named, on lines of their own. */
function showsHeads(page: Page, heads: readonly string[]): boolean {
  const named = page.boxes.flatMap((box) => headsOf(box, heads)).join('');
  return heads.filter((head) => named.includes(head)).length * 3 >= heads.length * 2;
}

function holdsHead(box: Box, heads: readonly string[]): boolean {
  return headsOf(box, heads).length > 0;
}

function headsOf(box: Box, heads: readonly string[]): readonly string[] {
  return box.lines.flatMap((_, at) => {
    const count = headLines(box.lines, at, heads);
    return count === 0
      ? []
      : [
          keyOf(
            box.lines
              .slice(at, at + count)
              .map(({ text }) => text)
              .join(''),
          ),
        ];
  });
}
