import { changeHeadsOf, changeTableOf } from '../../../forms/changeTable';
import { indexOf } from '../../../forms/lookup';
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
import { headKeys, headLines, headRun } from './columnHeads';
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
    heads: { columns: changeHeadsOf(form), titles: titleOf(form) },
    names: itemNames(print),
    interleaved: reading.interleaved,
  });
  const items = itemsFrom(reading, slots);
  return { items: [...items, ...table.items], leftover: [...reading.leftover, ...table.leftover] };
}

/** The title of the annex that holds the table. */
function titleOf(form: Form): readonly string[] {
  const section = indexOf(form).byId.get(changeTableOf(form))?.section;
  return section ? [section.title, `${section.number ?? ''}${section.title}`] : [];
}

/**
 * The table of changes begins where the heads of its columns stand, else below its title, and takes the rest of the
 * text.
 */
function divide(
  pages: readonly Page[],
  form: Form,
): { readonly body: readonly Page[]; readonly changes: readonly Page[] } {
  const columns = changeHeadsOf(form);
  const first = pages.findIndex(({ boxes }) => showsHeads(boxes, columns));
  const titled = first < 0 ? lastTitled(pages, titleOf(form).map(keyOf)) : -1;
  const page = pages[Math.max(first, titled)];
  if (!page) return { body: pages, changes: [] };
  const heads = headKeys(first < 0 ? titleOf(form) : columns);
  const head = page.boxes.findIndex((box) => holdsHead(box, heads));
  const at = showsRows(page.boxes.slice(0, head)) ? 0 : Math.max(0, head);
  const rest = { ...page, boxes: page.boxes.slice(at) };
  const before = pages.indexOf(page);
  return {
    body: [...pages.slice(0, before), { ...page, boxes: page.boxes.slice(0, at) }],
    changes: [rest, ...pages.slice(before + 1)],
  };
}

/** Cells of the table that were drawn before its heads: 事前・事後 by itself or behind other words. */
function showsRows(boxes: readonly Box[]): boolean {
  return boxes.some(showsTiming);
}

function showsTiming(box: Box): boolean {
  return box.lines.some(({ text }) => /(?:^|\s)(?:事前|事後)\s*$/.test(text));
}

/** Most of the columns are named, on lines of their own, or all of them in pieces. */
function showsHeads(boxes: readonly Box[], columns: readonly string[]): boolean {
  const heads = headKeys(columns);
  const named = boxes.flatMap((box) => headsOf(box, heads)).join('');
  if (heads.filter((head) => named.includes(head)).length * 3 >= heads.length * 2) return true;
  return (
    headRun(
      boxes.flatMap(({ lines }) => lines),
      columns,
    ) !== undefined
  );
}

/** The last page with the title of the table where rows follow: the list of contents names it too. */
function lastTitled(pages: readonly Page[], titles: readonly string[]): number {
  const at = pages.findLastIndex(({ boxes }) =>
    boxes.some(({ lines }) => lines.some(({ text }) => titles.includes(keyOf(text)))),
  );
  return pages.slice(at).filter(({ boxes }) => boxes.some(showsTiming)).length >= 1 ? at : -1;
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
