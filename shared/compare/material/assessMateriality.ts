import { findItem } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { Difference } from '../types';
import { evidenceOf, type Evidence, type TextChange } from './evidence';
import { type Criterion, CRITERIA, reasonSentence } from './criteria';

/** A criterion that the change indicates, with the words that suggest it. */
export interface IndicatedCriterion {
  readonly criterion: Criterion;
  readonly words: readonly string[];
}

/**
 * What the program proposes for one change; the person decides.
 * `unmarked`: the item carries no ※, so the change is none. `formal`: ※, and something speaks against a 重要な変更 while
 * nothing speaks for one. `likely`: something speaks for one. `open`: nothing speaks either way.
 */
export interface Materiality {
  readonly marked: boolean;
  readonly proposal: 'unmarked' | 'formal' | 'likely' | 'open';
  readonly criteria: readonly IndicatedCriterion[];
}

export function assessMateriality(form: Form, difference: Difference): Materiality {
  const marked = isMarked(form, difference);
  const evidence = evidenceOf(form, difference);
  const criteria = CRITERIA.flatMap((criterion) =>
    holds(criterion, evidence) ? [{ criterion, words: wordsFor(criterion, evidence) }] : [],
  );
  return { marked, criteria, proposal: proposalFor(marked, criteria) };
}

function proposalFor(marked: boolean, criteria: readonly IndicatedCriterion[]): Materiality['proposal'] {
  if (!marked) return 'unmarked';
  if (criteria.some(({ criterion }) => criterion.indicates === 'material')) return 'likely';
  return criteria.some(({ criterion }) => criterion.indicates === 'formal') ? 'formal' : 'open';
}

/** Whether a change of the item can be a 重要な変更: it, or something in the entry, carries ※. */
export function isMarked(form: Form, difference: Difference): boolean {
  if (difference.kind === 'header' || difference.kind === 'moved') return false;
  if (difference.kind === 'changed') return findItem(form, difference.item)?.item.reeval === true;
  if (difference.item === 'files')
    return form.sections.some((section) => section.repeat === 'file' && section.items.some(anyMarked));
  const item = findItem(form, difference.item)?.item;
  return item ? anyMarked(item) : false;
}

function anyMarked(item: FormItem): boolean {
  return item.reeval === true || (item.children ?? []).some(anyMarked);
}

/** 提出時期に係る説明 for the proposal; blank where a person must decide first. */
export function proposedReason(materiality: Materiality): string {
  const formal = materiality.criteria.find(({ criterion }) => criterion.indicates === 'formal')?.criterion;
  if (materiality.proposal === 'unmarked') return reasonSentence(formal, false);
  return materiality.proposal === 'formal' ? reasonSentence(formal, false) : '';
}

function holds(criterion: Criterion, evidence: Evidence): boolean {
  return CONDITIONS.every((condition) => condition(criterion, evidence));
}

type Condition = (criterion: Criterion, evidence: Evidence) => boolean;

/** Each answers true where the criterion does not state it. */
const CONDITIONS: readonly Condition[] = [
  ({ items }, { headings }) => items === undefined || matches(items, headings),
  ({ formOnly }, evidence) => (formOnly ?? false) === evidence.formOnly,
  ({ entry }, evidence) => (entry === undefined ? evidence.entry === undefined : entry === evidence.entry),
  ({ options }, { ticked, unticked, textChanges }) =>
    options === undefined
      ? ticked.length + unticked.length === 0
      : options === 'ticked'
        ? ticked.length > 0
        : unticked.length > 0 && ticked.length === 0 && textChanges.length === 0,
  ({ each }, { textChanges }) =>
    each === undefined ||
    (textChanges.length > 0 && textChanges.every((change) => matchesWhole(each, change))),
  ({ words }, { textChanges }) =>
    words === undefined ||
    (textChanges.length > 0 &&
      textChanges.every(({ oldWords, newWords }) =>
        matchesWhole(words, { removed: oldWords, added: newWords }),
      )),
  ({ near }, { textChanges }) =>
    near === undefined ||
    textChanges.every(({ context, removed, added }) => matches(near, context + removed + added)),
  ({ under }, { textChanges }) =>
    under === undefined ||
    (textChanges.length > 0 &&
      textChanges.every((change) => matches(under, change.precedingHeading || ownHeading(change)))),
  ({ from }, { textChanges }) =>
    from === undefined || textChanges.some(({ oldWords }) => matches(from, oldWords)),
  ({ to }, { textChanges }) => to === undefined || textChanges.some(({ newWords }) => matches(to, newWords)),
  ({ adds, except }, { textChanges }) =>
    adds === undefined ||
    textChanges.some(
      ({ added }) => matches(adds, added) && !(except !== undefined && matches(except, added)),
    ),
  ({ only, size }, { textChanges }) => only === undefined || isOneSided(only, size ?? 0, textChanges),
  ({ only, size }, { textChanges }) =>
    size === undefined || only !== undefined || textChanges.every((change) => longestSide(change) <= size),
];

/** Whether the whole removed text and the whole added text match the pattern. */
function matchesWhole(pattern: string, { removed, added }: Pick<TextChange, 'removed' | 'added'>): boolean {
  return [removed, added].every(
    (text) => text === '' || new RegExp(`^(?:${pattern})$`, 'u').test(text.trim()),
  );
}

function isOneSided(only: 'added' | 'removed', size: number, stretches: readonly TextChange[]): boolean {
  const other = only === 'added' ? 'removed' : 'added';
  const letters = stretches.reduce((sum, change) => sum + change[only].length, 0);
  return letters > size && stretches.every((change) => change[other].trim() === '');
}

function longestSide({ removed, added }: TextChange): number {
  return Math.max(removed.length, added.length);
}

/** A new part of the text that begins with its own heading. */
function ownHeading({ added }: TextChange): string {
  return added.trim().split('\n', 1)[0] ?? '';
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text);
}

const MAX_WORDS = 5;

/** What to show beside the ground: `30 → 44`. */
function wordsFor(criterion: Criterion, { textChanges, ticked, unticked }: Evidence): readonly string[] {
  if (criterion.options === 'ticked') return ticked;
  if (criterion.options === 'unticked') return unticked;
  if (criterion.indicates === 'material')
    return textChanges.map(({ added, removed }) => (added || removed).trim()).slice(0, MAX_WORDS);
  return textChanges
    .map(({ removed, added }) => [removed.trim() || '－', added.trim() || '－'].join(' → '))
    .slice(0, MAX_WORDS);
}
