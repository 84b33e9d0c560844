import { findItem } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { Difference } from '../types';
import { evidenceOf, type Evidence, type Stretch } from './evidence';
import { type Ground, GROUNDS, reasonSentence } from './grounds';

/** A ground that the change suggests, with the words that suggest it. */
export interface FoundGround {
  readonly ground: Ground;
  readonly words: readonly string[];
}

/**
 * What the program proposes for one change; the person decides.
 * `unmarked`: the item carries no ※, so the change is none. `formal`: ※, and something speaks against a 重要な変更 while
 * nothing speaks for one. `likely`: something speaks for one. `open`: nothing speaks either way.
 */
export interface Weighed {
  readonly marked: boolean;
  readonly proposal: 'unmarked' | 'formal' | 'likely' | 'open';
  readonly grounds: readonly FoundGround[];
}

export function weigh(form: Form, difference: Difference): Weighed {
  const marked = isMarked(form, difference);
  const evidence = evidenceOf(form, difference);
  const grounds = GROUNDS.flatMap((ground) =>
    holds(ground, evidence) ? [{ ground, words: wordsFor(ground, evidence) }] : [],
  );
  return { marked, grounds, proposal: proposalFor(marked, grounds) };
}

function proposalFor(marked: boolean, grounds: readonly FoundGround[]): Weighed['proposal'] {
  if (!marked) return 'unmarked';
  if (grounds.some(({ ground }) => ground.leans === 'material')) return 'likely';
  return grounds.some(({ ground }) => ground.leans === 'formal') ? 'formal' : 'open';
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
export function proposedReason(weighed: Weighed): string {
  const formal = weighed.grounds.find(({ ground }) => ground.leans === 'formal')?.ground;
  if (weighed.proposal === 'unmarked') return reasonSentence(formal, false);
  return weighed.proposal === 'formal' ? reasonSentence(formal, false) : '';
}

function holds(ground: Ground, evidence: Evidence): boolean {
  return CONDITIONS.every((condition) => condition(ground, evidence));
}

type Condition = (ground: Ground, evidence: Evidence) => boolean;

/** Each answers true where the ground does not ask it. */
const CONDITIONS: readonly Condition[] = [
  ({ items }, { headings }) => items === undefined || matches(items, headings),
  ({ formOnly }, evidence) => (formOnly ?? false) === evidence.formOnly,
  ({ entry }, evidence) => (entry === undefined ? evidence.entry === undefined : entry === evidence.entry),
  ({ options }, { ticked, unticked, stretches }) =>
    options === undefined
      ? ticked.length + unticked.length === 0
      : options === 'ticked'
        ? ticked.length > 0
        : unticked.length > 0 && ticked.length === 0 && stretches.length === 0,
  ({ each }, { stretches }) =>
    each === undefined || (stretches.length > 0 && stretches.every((stretch) => isOf(each, stretch))),
  ({ words }, { stretches }) =>
    words === undefined ||
    (stretches.length > 0 &&
      stretches.every(({ oldWords, newWords }) => isOf(words, { removed: oldWords, added: newWords }))),
  ({ near }, { stretches }) =>
    near === undefined ||
    stretches.every(({ around, removed, added }) => matches(near, around + removed + added)),
  ({ under }, { stretches }) =>
    under === undefined ||
    (stretches.length > 0 && stretches.every((stretch) => matches(under, stretch.below || heading(stretch)))),
  ({ from }, { stretches }) =>
    from === undefined || stretches.some(({ oldWords }) => matches(from, oldWords)),
  ({ to }, { stretches }) => to === undefined || stretches.some(({ newWords }) => matches(to, newWords)),
  ({ comes, keeps }, { stretches }) =>
    comes === undefined ||
    stretches.some(({ added }) => matches(comes, added) && !(keeps !== undefined && matches(keeps, added))),
  ({ only, size }, { stretches }) => only === undefined || goesOneWay(only, size ?? 0, stretches),
  ({ only, size }, { stretches }) =>
    size === undefined || only !== undefined || stretches.every((one) => longest(one) <= size),
];

/** The whole of what went and of what came is of the kind. */
function isOf(pattern: string, { removed, added }: Pick<Stretch, 'removed' | 'added'>): boolean {
  return [removed, added].every(
    (text) => text === '' || new RegExp(`^(?:${pattern})$`, 'u').test(text.trim()),
  );
}

function goesOneWay(only: 'added' | 'removed', size: number, stretches: readonly Stretch[]): boolean {
  const other = only === 'added' ? 'removed' : 'added';
  const letters = stretches.reduce((sum, stretch) => sum + stretch[only].length, 0);
  return letters > size && stretches.every((stretch) => stretch[other].trim() === '');
}

function longest({ removed, added }: Stretch): number {
  return Math.max(removed.length, added.length);
}

/** A new part of the text that begins with its own heading. */
function heading({ added }: Stretch): string {
  return added.trim().split('\n', 1)[0] ?? '';
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text);
}

const MOST_WORDS = 5;

/** What to show beside the ground: `30 → 44`. */
function wordsFor(ground: Ground, { stretches, ticked, unticked }: Evidence): readonly string[] {
  if (ground.options === 'ticked') return ticked;
  if (ground.options === 'unticked') return unticked;
  if (ground.leans === 'material')
    return stretches.map(({ added, removed }) => (added || removed).trim()).slice(0, MOST_WORDS);
  return stretches
    .map(({ removed, added }) => [removed.trim() || '－', added.trim() || '－'].join(' → '))
    .slice(0, MOST_WORDS);
}
