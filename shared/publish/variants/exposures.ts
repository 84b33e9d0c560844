import type { Comment } from '../../assessment/document';
import { toOrdinals } from '../../assessment/ordinals';
import { ATTACHMENTS, type Path } from '../../assessment/path';
import type { Assessment, Value } from '../../assessment/types';
import { attachmentsOf } from '../../assessment/items';
import { leavesOf, outline } from '../../assessment/walk';
import { formOf } from '../../forms/catalog';
import { labelPath } from '../../forms/label';
import { normaliseIgnoringCase } from '../../japanese/normalise';
import { officialWordingIn } from './officialWording';
import { type Passage, passageSearch, type Search } from './passage';
import { textsOf } from './texts';
import { type PublicCopy, publicCopy } from './withhold';

/** Withheld words that the public copy still shows in another item: too short to be left out unasked. */
export interface Exposure {
  readonly path: Path;
  /** Official headings of the item, or its path where the form has none. */
  readonly label: string;
  /** The words as they were marked. */
  readonly passage: string;
  /** Why they are withheld where they were marked. */
  readonly reason: string;
  /** How often they occur in the item. */
  readonly count: number;
  /** The first place: the words as written there, with the text around them. */
  readonly before: string;
  readonly written: string;
  readonly after: string;
}

/** Characters shown before and after the words. */
const CONTEXT_CHARACTERS = 14;
/** Of a whole item: a single character occurs everywhere by chance. A marked passage is looked for however short it is. */
const MIN_ITEM_CHARACTERS = 2;
/** Texts of items that say nothing. */
const BLANK_WORDING =
  /^(?:[-ー・/／*＊#＃。、.,]*|(?:該当|特に|特段)?(?:なし|無し|無)|同上|同左|有|無|あり|未定|不明|はい|いいえ)$/;

/** The words that a public copy would still show, in the order of the form. */
export function exposuresOf(assessment: Assessment, comments: readonly Comment[]): readonly Exposure[] {
  return exposuresIn(publicCopy(assessment, comments));
}

/** The same of a copy that was made. */
export function exposuresIn({ assessment, parts }: PublicCopy): readonly Exposure[] {
  const searched = parts.flatMap(({ words, passage, reason }) =>
    words
      .filter((word) => passage !== undefined || isSearched(word))
      .map((word) => ({ passage: word, reason })),
  );
  const distinct = [
    ...new Map(searched.toReversed().map((one) => [normaliseIgnoringCase(one.passage), one])).values(),
  ];
  if (distinct.length === 0) return [];
  const search = passageSearch();
  const isOfficial = officialWordingIn(assessment);
  return pathsInOrder(assessment)
    .filter((path) => !isOfficial(path))
    .flatMap((path) =>
      distinct.toReversed().flatMap(({ passage, reason }) => {
        const occurrence = firstOccurrence(assessment.values[path], passage, search);
        return occurrence ? [{ path, label: labelOf(assessment, path), passage, reason, ...occurrence }] : [];
      }),
    );
}

function isSearched(word: Passage): boolean {
  const words = normaliseIgnoringCase(word);
  return words.length >= MIN_ITEM_CHARACTERS && !BLANK_WORDING.test(words);
}

/** Official order, then 別紙, then whatever this edition of the form has no place for: a data file holds that too. */
function pathsInOrder(assessment: Assessment): readonly Path[] {
  const form = formOf(assessment.form, assessment.edition);
  const official = leavesOf(outline(form, assessment)).map(({ path }) => path);
  const attached = attachmentsOf(assessment).flatMap((id) =>
    ['title', 'rows'].map((name) => `${ATTACHMENTS}[${id}].${name}`),
  );
  return [...new Set([...official, ...attached, ...Object.keys(assessment.values)])];
}

type FirstOccurrence = Pick<Exposure, 'count' | 'before' | 'written' | 'after'>;

function firstOccurrence(
  value: Value | undefined,
  passage: Passage,
  search: Search,
): FirstOccurrence | undefined {
  const occurrences = writtenTexts(value).flatMap((text) =>
    search(text, passage).map((at) => ({ text, ...at })),
  );
  const first = occurrences[0];
  if (!first) return undefined;
  const { text, from, to } = first;
  return {
    count: occurrences.length,
    before: oneLine(lastOf(text.slice(0, from))),
    written: text.slice(from, to),
    after: oneLine(firstOf(text.slice(to))),
  };
}

/** The name of a picture's file is in no file that is handed out. */
function writtenTexts(value: Value | undefined): readonly string[] {
  return typeof value === 'object' && 'images' in value ? value.images.map(({ alt }) => alt) : textsOf(value);
}

function firstOf(text: string): string {
  const chars = Array.from(text);
  return chars.length > CONTEXT_CHARACTERS ? `${chars.slice(0, CONTEXT_CHARACTERS).join('')}…` : text;
}

function lastOf(text: string): string {
  const chars = Array.from(text);
  return chars.length > CONTEXT_CHARACTERS ? `…${chars.slice(-CONTEXT_CHARACTERS).join('')}` : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function labelOf(assessment: Assessment, path: Path): string {
  const ordinal = toOrdinals(assessment, path);
  return labelPath(formOf(assessment.form, assessment.edition), ordinal) ?? ordinal;
}
