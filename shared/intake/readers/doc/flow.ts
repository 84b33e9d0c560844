import type { Paragraph } from '../word/paragraph';
import { fieldMarks, type FieldMark, OpenFields } from './fields';
import { type Line, readRun } from './line';
import { modifiersOf, type ParagraphPlace, placeOf } from './paragraphs';
import { readRowShape } from './rows';
import type { DocStory } from './story';
import type { FlowParagraph } from './table';

const CELL_END = '\x07';

/** The paragraphs of a text in order, tracked changes taken as made. */
export function* paragraphsOf(story: DocStory): Generator<FlowParagraph> {
  const marks = fieldMarks(story.text.text, story.from, story.to);
  const fields = new OpenFields();
  for (let at = story.from; at < story.to;) {
    const end = paragraphEnd(story, at);
    yield flowParagraph(story, { at, end, fields, marks });
    at = end + 1;
  }
}

/** The place of the sign that ends the paragraph; that of the end of the text where none does. */
function paragraphEnd({ text: { text }, endsSection, to }: DocStory, from: number): number {
  ENDS.lastIndex = from;
  for (let found = ENDS.exec(text); found && found.index < to; found = ENDS.exec(text))
    if (found[0] !== '\f' || endsSection(found.index)) return found.index;
  return to;
}

const ENDS = /[\r\x07\f]/g;

interface Stretch {
  readonly at: number;
  /** Of the sign that ends it. */
  readonly end: number;
  readonly fields: OpenFields;
  readonly marks: ReadonlyMap<number, FieldMark>;
}

function flowParagraph(story: DocStory, stretch: Stretch): FlowParagraph {
  const { place, modifiers } = placeAt(story, Math.min(stretch.end, story.to - 1));
  const sign = stretch.end < story.to ? (story.text.text[stretch.end] ?? '') : '';
  const ends = endOf(place, sign);
  const deleted = sign !== '' && isDeleted(story, stretch.end, place.style);
  if (deleted) story.notices.add('trackedChanges');
  return {
    paragraph: readParagraph(story, stretch, place, deleted && ends === 'paragraph'),
    depth: place.depth,
    ends,
    shape: ends === 'row' ? readRowShape(modifiers) : undefined,
    deleted,
  };
}

function endOf({ depth, endsRow, endsInnerCell }: ParagraphPlace, sign: string): FlowParagraph['ends'] {
  if (depth > 0 && endsRow) return 'row';
  if (depth === 1) return sign === CELL_END ? 'cell' : 'paragraph';
  return depth > 1 && endsInnerCell ? 'cell' : 'paragraph';
}

/** The place of the paragraph that this character ends, and its modifiers. */
function placeAt(story: DocStory, end: number) {
  const { properties, over } = story.text.paragraph(end);
  const modifiers = modifiersOf(properties, story.data);
  const own = placeOf(story.styles.placeOf(properties.u16(0)), modifiers);
  return { place: over.length ? placeOf(own, over) : own, modifiers };
}

function isDeleted(story: DocStory, at: number, style: number): boolean {
  for (const run of story.text.runs(at, at + 1)) return story.lookAt(run, style).deleted;
  return false;
}

function readParagraph(
  story: DocStory,
  { at, end, fields, marks }: Stretch,
  place: ParagraphPlace,
  joinsNext: boolean,
): Paragraph {
  const line: Line = { story, fields, marks, text: '', hidden: '', images: [], boxes: [] };
  for (const run of story.text.runs(at, end)) readRun(line, run.from, run.to, story.lookAt(run, place.style));
  const { text, hidden, images, boxes } = line;
  const isCounted = place.list !== undefined && place.list !== 0 && (text !== '' || images.length > 0);
  const number = isCounted ? story.numbering.next({ list: String(place.list), level: place.level ?? 0 }) : '';
  const heading = story.styles.isHeading(place.style) || (place.outline ?? 9) < 9;
  return { text: number + text, hidden, images, boxes, heading, joinsNext };
}
