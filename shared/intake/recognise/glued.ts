import type { Block, ParagraphBlock, SourceDocument } from '../blocks';
import { fold } from './fold';
import type { Print } from './print';
import { appendAll } from '../lists';

/**
 * Some ways to take text out of a PDF leave nothing between the cells of a row: `①システムの名称福祉システム`. Where a
 * text is full of headings with words right behind, each of them ends its line; no character is changed.
 */
export function unglued(document: SourceDocument, print: Print): SourceDocument {
  if (document.order !== 'lines') return document;
  const found = document.blocks.map((_, at) => headingAt(print, document.blocks, at));
  const followed = found.filter((one) => one?.numbered && one.followed);
  const glued = followed.filter((one) => one?.glued);
  if (glued.length < LEAST || glued.length < followed.length * SHARE) return document;
  return { ...document, blocks: divided(document.blocks, found) };
}

function divided(blocks: readonly Block[], found: readonly (Found | undefined)[]): readonly Block[] {
  const made: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const heading = found[at];
    const own = blocks.slice(at, (heading ? markedTo(blocks, heading) : at) + 1);
    appendAll(made, heading ? parted(own, endIn(own, heading)) : own);
    at += own.length;
  }
  return made;
}

/** The ※ of a heading that fills its line begins the next. */
function markedTo(blocks: readonly Block[], { block, end }: Found): number {
  const [own, next] = blocks.slice(block, block + 2);
  const fills = own?.kind === 'paragraph' && own.text.slice(end).trim() === '';
  return fills && next?.kind === 'paragraph' && /^\s*※/.test(next.text) ? block + 1 : block;
}

/** Where the heading with its ※ ends in the last of its blocks. */
function endIn(own: readonly Block[], { end }: Found): number {
  const last = own.at(-1);
  const mark = last?.kind === 'paragraph' ? (/^\s*※/.exec(last.text)?.[0].length ?? 0) : 0;
  return mark > 0 ? mark : end;
}

/** The heading as one paragraph, and what stands behind it. */
function parted(blocks: readonly Block[], end: number): readonly Block[] {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block : undefined));
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return blocks;
  const head = [...texts.slice(0, -1), { text: last.text.slice(0, end) }].map((one) => one?.text ?? '');
  const rest = last.text.slice(end);
  return [
    { ...first, text: head.join('\n') },
    ...(rest.trim() === '' ? [] : [{ ...last, text: rest } satisfies ParagraphBlock]),
  ];
}

/** Numbered headings with words right behind that a text must have, and their share of those with any words behind. */
const LEAST = 5;
const SHARE = 0.6;

interface Found {
  /** The block in which the heading ends, and where. */
  readonly block: number;
  readonly end: number;
  readonly numbered: boolean;
  /** Words stand behind on the line. */
  readonly followed: boolean;
  /** Nothing lies between. */
  readonly glued: boolean;
}

/** A narrow cell makes so many lines of a heading. */
const MOST_LINES = 9;
const NARROW = 24;
/** Fewest characters of a heading without a number: `その妥当性`. */
const SHORTEST = 5;

/** Lines of the cover, where headings are short: `公表日`. */
const COVER = 40;
/** The same there, and right below another heading: `8. …に関する問合せ`, `連絡先`. */
const SHORTEST_BELOW = 3;

function mayBeShort(print: Print, blocks: readonly Block[], at: number): boolean {
  const above = blocks[at - 1];
  if (at < COVER) return true;
  return above?.kind === 'paragraph' && print.exact(above.text).some(({ kind }) => kind === 'heading');
}

/** The heading that begins the block and may end in one of the next. */
function headingAt(print: Print, blocks: readonly Block[], at: number): Found | undefined {
  let text = '';
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const block = blocks[at + lines];
    if (block?.kind !== 'paragraph') return undefined;
    const before = text.length;
    text += block.text;
    const found = endOf(print, text, mayBeShort(print, blocks, at) ? SHORTEST_BELOW : SHORTEST);
    if (found && found.end > before)
      return { ...found, ...behind(text, found.end), block: at + lines, end: found.end - before };
    if (block.text.trim().length > NARROW) return undefined;
  }
  return undefined;
}

function endOf(
  print: Print,
  text: string,
  shortest: number,
): { readonly end: number; readonly numbered: boolean } | undefined {
  const { key, at } = fold(text.slice(0, LONGEST));
  const entry = print.entryAt(key, 0);
  if (entry && entry.through === undefined) return { end: (at[entry.length - 1] ?? 0) + 1, numbered: true };
  const longest = print
    .at(key, 0)
    .findLast(({ values }) => values.some(({ kind }) => kind === 'heading' || kind === 'section'));
  if (!longest) return undefined;
  const numbered = longest.values.some((entry) => entry.numbered);
  if (!numbered && longest.to < shortest) return undefined;
  const marked = key[longest.to] === '※' ? longest.to + 1 : longest.to;
  return { end: (at[marked - 1] ?? 0) + 1, numbered };
}

/** No heading is longer. */
const LONGEST = 160;

function behind(text: string, end: number): Pick<Found, 'followed' | 'glued'> {
  const words = text.slice(end);
  const followed = words.trim() !== '';
  return { followed, glued: followed && (/^[^\s:：]/.test(words) || text[end - 1] === '※') };
}
