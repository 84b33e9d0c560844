import { entriesOf } from '../assessment/edit';
import { FILES, type ListPath } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { assign } from './assignment';
import { contentsOf, portraits, type EntryPortrait } from './entries';
import { Likeness } from './likeness';
import { translate } from './translate';
import type { CompareOptions, Matching } from './types';

/**
 * Which entries are the same in both documents: by id where the documents share a history, otherwise by likeness
 * (name first, then content) with the best total over each list. An entry is matched at most once.
 */
export function matchEntries(before: Assessment, after: Assessment, options: CompareOptions = {}): Matching {
  const byId = options.sharedHistory === false ? new Map<string, string>() : sharedIds(before, after);
  return bothWays(byId.size > 0 ? byId : matchByLikeness(before, after));
}

function bothWays(toNew: ReadonlyMap<string, string>): Matching {
  return { toNew, toOld: new Map([...toNew].map(([old, young]) => [young, old])) };
}

/** Ids that stand in the same list of both documents. */
function sharedIds(before: Assessment, after: Assessment): Map<string, string> {
  const pairs = Object.entries(before.lists).flatMap(([list, entries]) => {
    const others = new Set(entriesOf(after, list).map(({ id }) => id));
    return entries.filter(({ id }) => others.has(id)).map(({ id }) => [id, id] as const);
  });
  return new Map(pairs);
}

function matchByLikeness(before: Assessment, after: Assessment): Map<string, string> {
  const [oldContents, newContents] = [contentsOf(before), contentsOf(after)];
  const matched = new Map<string, string>();
  const likeness = new Likeness();
  for (const list of outerFirst(before)) {
    const counterpart = translate(list, matched);
    if (counterpart === undefined) continue;
    const pairs = matchList(
      portraits(before, list, oldContents),
      portraits(after, counterpart, newContents),
      list === FILES,
      likeness,
    );
    for (const [old, young] of pairs) matched.set(old, young);
  }
  return matched;
}

/** Lists inside an entry come after the list of that entry. */
function outerFirst(assessment: Assessment): readonly ListPath[] {
  const depth = (list: string) => (list === FILES ? -1 : list.split('[').length);
  return Object.keys(assessment.lists).sort((a, b) => depth(a) - depth(b));
}

type IdPair = readonly [string, string];

function matchList(
  before: readonly EntryPortrait[],
  after: readonly EntryPortrait[],
  areFiles: boolean,
  likeness: Likeness,
): readonly IdPair[] {
  if (areFiles && before.length === 1 && after.length === 1) return pairAll(before, after);
  const equal = pairEqual(before, after);
  const [oldRest, newRest] = [without(before, equal, 0), without(after, equal, 1)];
  const alike = pairAlike(oldRest, newRest, likeness);
  const [oldLeft, newLeft] = [without(oldRest, alike, 0), without(newRest, alike, 1)];
  return [...equal, ...alike, ...pairInPlace(oldLeft, newLeft, likeness)];
}

function pairAll(before: readonly EntryPortrait[], after: readonly EntryPortrait[]): readonly IdPair[] {
  return before.flatMap(({ entry }, at) => {
    const other = after[at]?.entry;
    return other ? [[entry.id, other.id] as const] : [];
  });
}

function without(portraits: readonly EntryPortrait[], pairs: readonly IdPair[], side: 0 | 1) {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return portraits.filter(({ entry }) => !taken.has(entry.id));
}

/** Entries that are equal in every word; of several equal ones the first goes with the first. */
function pairEqual(before: readonly EntryPortrait[], after: readonly EntryPortrait[]): readonly IdPair[] {
  const waiting = new Map<string, EntryPortrait[]>();
  for (const portrait of after) {
    const key = signature(portrait);
    waiting.set(key, [...(waiting.get(key) ?? []), portrait]);
  }
  return before.flatMap((portrait) => {
    const other = waiting.get(signature(portrait))?.shift();
    return other ? [[portrait.entry.id, other.entry.id] as const] : [];
  });
}

function signature({ texts }: EntryPortrait): string {
  return JSON.stringify([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Below this two entries are not the same entry. */
const SAME_ENTRY = 0.5;

/** Which of several equally good pairings is taken must not depend on which document comes first. */
function pairAlike(
  before: readonly EntryPortrait[],
  after: readonly EntryPortrait[],
  likeness: Likeness,
): readonly IdPair[] {
  if (before.length === 0 || after.length === 0) return [];
  const words = (portraits: readonly EntryPortrait[]) => portraits.map(signature).join();
  if (words(before) <= words(after)) return bestPairs(before, after, likeness);
  return bestPairs(after, before, likeness).map(([young, old]) => [old, young]);
}

function bestPairs(
  before: readonly EntryPortrait[],
  after: readonly EntryPortrait[],
  likeness: Likeness,
): readonly IdPair[] {
  const scores = before.map((old) => after.map((young) => scoreOf(old, young, likeness)));
  return assign(scores).flatMap((column, row) => {
    const [old, young] = [before[row], after[column]];
    return old && young && (scores[row]?.[column] ?? 0) >= SAME_ENTRY
      ? [[old.entry.id, young.entry.id] as const]
      : [];
  });
}

/** Pairs that are not the same entry count nothing, so that two doubtful pairs never outweigh a sure one. */
function scoreOf(old: EntryPortrait, young: EntryPortrait, likeness: Likeness): number {
  if (old.texts.size === 0 || young.texts.size === 0) return 0;
  const score = likenessOf(old, young, likeness);
  return score >= SAME_ENTRY ? score : 0;
}

/** The name weighs most; a renamed entry is known by its content. Equal place in the list decides between equals. */
function likenessOf(old: EntryPortrait, young: EntryPortrait, likeness: Likeness): number {
  const content = contentLikeness(old, young, likeness);
  const name = old.name === '' && young.name === '' ? content : likeness.of(old.name, young.name);
  const place = old.at === young.at ? 0.05 : 0;
  return Math.max(0.6 * name + 0.4 * content, 0.2 * name + 0.8 * content) * 0.95 + place;
}

/** Likeness of what is written, long texts counting more than short ones. */
function contentLikeness(old: EntryPortrait, young: EntryPortrait, likeness: Likeness): number {
  let [sum, total] = [0, 0];
  // In one order, so that the sum has the same last digit whichever document comes first.
  for (const key of [...new Set([...old.texts.keys(), ...young.texts.keys()])].sort()) {
    const [a, b] = [old.texts.get(key) ?? '', young.texts.get(key) ?? ''];
    const weight = 5 + Math.min(200, Math.max(a.length, b.length));
    sum += weight * likeness.of(a, b);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** Entries in the same place that still have this much in common were rewritten, not replaced. */
const REWRITTEN = 0.25;

/**
 * What is left goes with the entry in its place when that was rewritten, or when one of them has no word: filling the
 * blank lines of a sheet adds no entry.
 */
function pairInPlace(
  before: readonly EntryPortrait[],
  after: readonly EntryPortrait[],
  likeness: Likeness,
): readonly IdPair[] {
  return before.flatMap((old) => {
    const young = after.find(({ at }) => at === old.at);
    if (!young) return [];
    const blank = old.texts.size === 0 || young.texts.size === 0;
    return blank || likenessOf(old, young, likeness) >= REWRITTEN
      ? [[old.entry.id, young.entry.id] as const]
      : [];
  });
}
