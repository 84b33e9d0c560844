import { changeHeadsOf } from '../../forms/changeTable';
import type { Form, FormId } from '../../forms/types';
import type { SourceDocument } from '../blocks';
import type { Leftover, Recognition, RecognisedItem } from '../result';
import type { ReviewReason } from '../../assessment/source';
import { align } from './align';
import { attachmentsOf } from './attachments';
import { changesOf } from './changes';
import { matchFiles } from './files';
import { inOrder } from './fill';
import { unglued } from './glued';
import { withoutIdleFlags } from './flags';
import { keyOf } from './fold';
import { foreignLines } from './foreignLines';
import { findForm, type FoundForm } from './form';
import { marginsOf } from './margins';
import type { Element, Observation } from './elements';
import { observe } from './observe';
import { sourceBlocks, type Span, textOf, trimmed, type Unit, unitsOf, whereOf, wholeOf } from './pieces';
import { place } from './place';
import { type Print, printOf } from './print';
import { readBucket } from './read/bucket';
import { headRun } from './scrambled/columnHeads';
import { recogniseScrambled } from './scrambled/index';
import { swallowed, withLostHeadings } from './swallowed';
import { unframedTexts } from './unframed';
import { requiredId } from '../../forms/roles';

/**
 * A source as an assessment: what it says in each item of its form, what could not be told, and what belongs to no
 * item. One mechanism for every format; everything it knows of a form comes from the form's data. `form`: what the source is read as,
 * else it is told from the source.
 */
export function recognise(document: SourceDocument, form?: FormId): Recognition {
  return recogniseWithPrint(document, form).recognition;
}

export interface Account {
  readonly recognition: Recognition;
  /** The places taken for the form's own print: with the items and the leftover they hold all characters of the source. */
  readonly print: readonly Span[];
}

/** Like `recognise`, with what was dropped as print. */
export function recogniseWithPrint(source: SourceDocument, form?: FormId): Account {
  const written = unitsOf(source);
  const first = findForm(written, form);
  const document = unglued(source, printOf(first.form.id));
  const isGlued = document !== source;
  const units = isGlued ? unitsOf(document) : written;
  // The place of the stamp is one of these very units.
  const found = isGlued ? findForm(units, form) : first;
  if (document.order === 'scrambled')
    return { recognition: scrambled(document, units, found, printOf(found.form.id)), print: [] };
  const end = isGlued ? tableStart(units, found.form) : units.length;
  const read = readUnits(units.slice(0, end), found, document);
  const table = units.slice(end).flatMap(({ pieces }) => pieces.map(wholeOf));
  const leftover = [...read.leftover, ...table].sort(bySource).flatMap(leftoverOf);
  const recognition: Recognition = {
    source: document.source,
    form: found.form.id,
    edition: found.form.edition,
    ...(found.uncertain ? { formUncertain: found.uncertain } : {}),
    items: [...inOrder(found.form, read.items), ...read.tables],
    leftover,
    blocks: sourceBlocks(units),
    images: document.images,
    notices: document.notices,
  };
  return { recognition, print: read.print };
}

/** Where cells are glued together nobody can tell the columns of 変更箇所: from its heads on all is left over. */
function tableStart(units: readonly Unit[], form: Form): number {
  const lines = units.map(({ pieces }) => ({ text: pieces.map(({ text }) => text).join(''), where: {} }));
  const [first] = headRun(lines, changeHeadsOf(form)) ?? [];
  return first ? lines.indexOf(first) : units.length;
}

interface Read {
  readonly items: readonly RecognisedItem[];
  /** Rows of 変更箇所 and 別紙. */
  readonly tables: readonly RecognisedItem[];
  readonly print: readonly Span[];
  readonly leftover: readonly Span[];
}

/** Formats whose headers and footers are none of the body. */
const KEEPS_MARGINS_APART: ReadonlySet<SourceDocument['source']['format']> = new Set([
  'docx',
  'doc',
  'xlsx',
  'xls',
]);

/** Tables of their own first, then the body along the form. */
function readUnits(units: readonly Unit[], found: FoundForm, { source, unframed }: SourceDocument): Read {
  const { form } = found;
  // It came through text recognition.
  const lossy = source.format === 'text';
  const print = printOf(form.id);
  const margins = marginsOf(print, units, !KEEPS_MARGINS_APART.has(source.format));
  const changes = changesOf(form, margins.body, lossy);
  const outside = margins.body.filter((unit) => !changes.used.has(unit));
  const attached = attachmentsOf(print, outside);
  const body = withoutStamp(outside, found).filter((unit) => !attached.used.has(unit));
  const elements = observe(print, body);
  const placed = place(form, elements, align(form, elements.filter(isObservation)));
  const files = matchFiles(form, withLostHeadings(form, placed.buckets));
  const readings = files.buckets.map((bucket) => readBucket({ form, print, lossy }, bucket));
  const doubts = new Map([
    ...(unframed ? unframedTexts(files.buckets) : []),
    ...swallowed(form, files.buckets),
    ...foreignLines(form, files.buckets),
    ...files.doubts,
  ]);
  const items = doubted([...stampItem(found), ...readings.flatMap((reading) => reading.items)], doubts);
  const said = [form.name, ...items.map(({ value }) => (typeof value === 'string' ? value : ''))].map(keyOf);
  // Headers and footers that only say what an item says: the name of the document, the office.
  const repeated = margins.leftover.filter(({ piece }) => said.includes(piece.folded.key));
  return {
    items: withoutIdleFlags(form, items),
    tables: [...changes.items, ...attached.items],
    print: [...margins.print, ...repeated, ...changes.print, ...placed.print, ...files.print],
    leftover: [
      ...margins.leftover.filter((span) => !repeated.includes(span)),
      ...changes.leftover,
      ...placed.leftover,
      ...readings.flatMap((reading) => reading.leftover),
    ],
  };
}

/** Text whose reading order is lost goes through a stage of its own, to the same result. */
function scrambled(
  document: SourceDocument,
  units: readonly Unit[],
  found: FoundForm,
  print: Print,
): Recognition {
  const { items, leftover } = recogniseScrambled(document, found.form, print);
  return {
    source: document.source,
    form: found.form.id,
    edition: found.form.edition,
    ...(found.uncertain ? { formUncertain: found.uncertain } : {}),
    items: [...stampItem(found), ...withoutIdleFlags(found.form, items)],
    leftover,
    blocks: sourceBlocks(units),
    images: document.images,
    notices: document.notices,
  };
}

function isObservation(element: Element): element is Observation {
  return element.kind === 'observation';
}

function withoutStamp(units: readonly Unit[], { stamp }: FoundForm): readonly Unit[] {
  if (!stamp || stamp.piece.text.trim() !== stamp.text) return units;
  return units.filter(({ pieces }) => !pieces.includes(stamp.piece));
}

function stampItem({ form, stamp, uncertain }: FoundForm): readonly RecognisedItem[] {
  if (!stamp) return [];
  const item = { path: requiredId(form, 'stamp'), value: stamp.text, where: [stamp.where] };
  return [uncertain ? { ...item, status: 'review', reason: uncertain } : { ...item, status: 'filled' }];
}

function doubted(
  items: readonly RecognisedItem[],
  doubts: ReadonlyMap<string, ReviewReason>,
): readonly RecognisedItem[] {
  return items.map((item) => {
    const reason = doubts.get(item.path);
    return reason && item.status === 'filled' ? { ...item, status: 'review', reason } : item;
  });
}

function bySource(a: Span, b: Span): number {
  return a.piece.index - b.piece.index || a.from - b.from;
}

function leftoverOf(span: Span): readonly Leftover[] {
  const text = trimmed(span);
  return text ? [{ where: whereOf(text), text: textOf(text) }] : [];
}
