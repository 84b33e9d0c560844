import { labelParts } from '../../forms/label';
import { findItem } from '../../forms/lookup';
import type { Form } from '../../forms/types';
import type { Comparison, Difference } from '../types';
import { diffText, type Segment } from '../diffText';
import { asChecks, valueAsText } from '../rows/valueAsText';
import { DEFAULT_ROW_STYLE } from '../rows/style';
import { isChecks } from '../../assessment/values';

/** What the criteria are applied to: the words that were removed and added, and their surroundings. */
export interface Evidence {
  /** Headings above and at the item, one text. */
  readonly headings: string;
  readonly textChanges: readonly TextChange[];
  /** Options that were ticked or unticked. */
  readonly ticked: readonly string[];
  readonly unticked: readonly string[];
  readonly entry?: 'added' | 'removed';
  readonly formOnly: boolean;
}

/** Removed words and those that were added at the same place. */
export interface TextChange {
  readonly removed: string;
  readonly added: string;
  /** Both with the words they are part of: 市民課 where only 課 was removed. */
  readonly oldWords: string;
  readonly newWords: string;
  /** Unchanged letters beside it. */
  readonly context: string;
  /** The last line before it that is a heading of the text: ＜…＞, 【…】. */
  readonly precedingHeading: string;
}

export function evidenceOf(form: Form, difference: Difference): Evidence {
  const nothing = { headings: '', textChanges: [], ticked: [], unticked: [], formOnly: false };
  if (difference.kind === 'header' || difference.kind === 'moved') return nothing;
  const headings = headingsOf(form, difference.item);
  if (difference.kind !== 'changed') return { ...nothing, headings, entry: difference.kind };
  const { before, after, formOnly } = difference;
  const item = findItem(form, difference.item)?.item;
  if (isChecks(before) || isChecks(after))
    return {
      ...nothing,
      headings,
      formOnly,
      ...ticks(difference),
      textChanges: optionTextChanges(difference),
    };
  const printed = (value: Changed['before']) => valueAsText(item, value, DEFAULT_ROW_STYLE) ?? '';
  const [older, newer] = [printed(before), printed(after)];
  const isOneWord = item?.type === 'choice' || item?.type === 'flag';
  const segments = isOneWord ? replacement(older, newer) : diffText(older, newer);
  return { ...nothing, headings, formOnly, textChanges: textChangesOf(segments) };
}

/** The label of an option is one word. */
function replacement(older: string, newer: string): readonly Segment[] {
  return [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ];
}

function headingsOf(form: Form, item: string): string {
  return (labelParts(form, item) ?? []).slice(1).join(' ');
}

type Changed = Extract<Comparison['differences'][number], { kind: 'changed' }>;

function ticks({ before, after }: Changed): Pick<Evidence, 'ticked' | 'unticked'> {
  const [older, newer] = [asChecks(before).selected, asChecks(after).selected];
  return {
    ticked: newer.filter((label) => !older.includes(label)),
    unticked: older.filter((label) => !newer.includes(label)),
  };
}

/** The texts in the brackets of options that stayed ticked. */
function optionTextChanges({ before, after }: Changed): readonly TextChange[] {
  const [older, newer] = [asChecks(before), asChecks(after)];
  const stillTicked = newer.selected.filter((label) => older.selected.includes(label));
  return stillTicked.flatMap((label) =>
    textChangesOf(diffText(older.texts[label] ?? '', newer.texts[label] ?? '')),
  );
}

const CONTEXT_LENGTH = 24;

/** Kanji, katakana and digits that run into a changed word belong to it. */
const WORD_END = /[\p{Script=Han}\p{Script=Katakana}ー\d]{1,20}$/u;
const WORD_START = /^[\p{Script=Han}\p{Script=Katakana}ー\d]{1,20}/u;

export function textChangesOf(changes: readonly Segment[]): readonly TextChange[] {
  const segments = withGapsBridged(changes);
  const textChanges: TextChange[] = [];
  let [newerText, removed, added] = ['', '', ''];
  segments.forEach((segment, at) => {
    if (segment.kind === 'removed') removed += segment.text;
    if (segment.kind === 'added') added += segment.text;
    if (segment.kind !== 'removed') newerText += segment.text;
    const next = segments[at + 1];
    if (segment.kind !== 'same' && (!next || next.kind === 'same')) {
      const [before, after] = [newerText.slice(0, newerText.length - added.length), next?.text ?? ''];
      const [prefix, suffix] = [WORD_END.exec(before)?.[0] ?? '', WORD_START.exec(after)?.[0] ?? ''];
      textChanges.push({
        removed,
        added,
        oldWords: prefix + removed + suffix,
        newWords: prefix + added + suffix,
        context: before.slice(-CONTEXT_LENGTH) + after.slice(0, CONTEXT_LENGTH),
        precedingHeading: lastHeading(before),
      });
      [removed, added] = ['', ''];
    }
  });
  return textChanges;
}

/** A few letters between two changes of one phrase belong to the change. */
function withGapsBridged(segments: readonly Segment[]): readonly Segment[] {
  return segments.flatMap((segment, at) => {
    const inside = at > 0 && at < segments.length - 1;
    if (segment.kind !== 'same' || !inside || !SHORT_GAP.test(segment.text)) return [segment];
    return replacement(segment.text, segment.text);
  });
}

const SHORT_GAP = /^[^。、，\n・\s]{1,6}$/u;

const HEADING = /[＜<【][^＞>】\n]{2,40}[＞>】]/g;

function lastHeading(text: string): string {
  return text.match(HEADING)?.at(-1) ?? '';
}
