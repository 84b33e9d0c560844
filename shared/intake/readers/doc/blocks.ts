import type { Block, ParagraphBlock } from '../../blocks';
import { boxBlocks, distinct, paragraphBlocks, tableBlocks } from '../word/blocks';
import { uncounted } from '../word/story';
import type { Drawings } from './art';
import { Boxes } from './boxes';
import { type Bytes, Plc } from './bytes';
import { paragraphsOf } from './flow';
import { type Range, rangesOf, rangesWithin } from './ranges';
import type { DocSource } from './source';
import type { DocContext, DocStory } from './story';
import { Flow, piecesOf, readTable } from './table';
import { appendAll } from '../../lists';

type Role = ParagraphBlock['role'];

/** Headers, the body, notes, comments and footers, each by its role; text boxes behind what they are anchored in. */
export function documentBlocks(
  { fib, part }: DocSource,
  context: DocContext,
  drawings: Drawings,
): readonly Block[] {
  const ranges = rangesOf(fib, context);
  const blocks = (range: Range, role: Role, more: Partial<DocStory> = {}) =>
    blocksOf({ ...context, ...UNANCHORED, ...range, ...more }, role);
  const boxes = new Boxes((range) => boxBlocks(blocks(range, 'textbox'), context));
  boxes.add(part('boxes'), ranges.boxes);
  boxes.add(part('headerBoxes'), ranges.headerBoxes);
  const anchored = (shapes: 'shapes' | 'headerShapes', { from }: Range) => ({
    anchoredAt: anchorsOf(part(shapes), from, drawings),
    boxesOf: (numbers: readonly number[]) => boxes.of(numbers),
  });
  const body = blocks(ranges.body, undefined, {
    ...anchored('shapes', ranges.body),
    endsSection: sectionEnds(part('sections')),
  });
  const beside = { counts: uncounted(context) };
  const margins = (role: 'header' | 'footer') => {
    const stories = marginRanges(part('headers'), ranges.headers, role);
    const more = { ...beside, ...anchored('headerShapes', ranges.headers) };
    return distinct(stories.flatMap((range) => blocks(range, role, more)));
  };
  const [headers, footers] = [margins('header'), margins('footer')];
  const notes = [ranges.footnotes, ranges.endnotes].flatMap((range) => blocks(range, 'footnote', beside));
  const comments = blocks(ranges.comments, 'comment', beside);
  if (comments.length) context.notices.add('comments');
  return [...headers, ...body, ...boxes.rest(), ...notes, ...comments, ...footers];
}

const UNANCHORED: Pick<DocStory, 'endsSection' | 'anchoredAt' | 'boxesOf'> = {
  endsSection: () => false,
  anchoredAt: () => undefined,
  boxesOf: () => [],
};

function blocksOf(story: DocStory, role: Role): readonly Block[] {
  const blocks: Block[] = [];
  for (const piece of piecesOf(new Flow(paragraphsOf(story))))
    appendAll(
      blocks,
      piece.kind === 'table'
        ? tableBlocks(readTable(piece.table, story), story)
        : paragraphBlocks(piece.paragraph, story, role),
    );
  return blocks;
}

/** Each section of the body ends with a form feed (PlcfSed, MS-DOC 2.8.26). */
function sectionEnds(sections: Bytes): DocStory['endsSection'] {
  const table = new Plc(sections, 12);
  return (place) => {
    const index = table.indexOf(place);
    return index !== undefined && table.position(index + 1) === place + 1;
  };
}

/** What is anchored where in a text (PlcfSpa, MS-DOC 2.8.37). `from`: where the text begins. */
function anchorsOf(shapes: Bytes, from: number, { drawn }: Drawings): DocStory['anchoredAt'] {
  const table = new Plc(shapes, 26);
  return (place) => {
    const index = table.indexOf(place - from);
    if (index === undefined || table.position(index) !== place - from) return undefined;
    const shape = table.data(index).u32(0);
    return drawn.get(shape) ?? { shapes: [shape], pictures: [] };
  };
}

/** Headers and footers of the sections: even pages, odd ones, the first one. Six texts for notes come before them. */
const BEFORE_SECTIONS = 6;
const PER_SECTION = { header: [0, 1, 4], footer: [2, 3, 5] } as const;

function marginRanges(places: Bytes, all: Range, role: 'header' | 'footer'): readonly Range[] {
  const wanted: readonly number[] = PER_SECTION[role];
  return rangesWithin(new Plc(places, 0), all).filter(
    ({ index }) => index >= BEFORE_SECTIONS && wanted.includes((index - BEFORE_SECTIONS) % 6),
  );
}
