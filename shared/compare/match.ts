import { entriesOf } from '../assessment/edit';
import { FILES, type ListPath } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { assign } from './assignment';
import { entryTextsOf, fingerprintsOf, type EntryFingerprint } from './entries';
import { Likeness } from './likeness';
import { translate } from './translate';
import type { CompareOptions, Matching } from './types';

/**
 * Which entries are the same in both documents: by id where the documents share a history, otherwise by likeness
 * (name first, then content) with the best total over each list. An entry is matched at most once.
 */
export function matchDocuments(
  before: Assessment,
  after: Assessment,
  options: CompareOptions = {},
): Matching {
  return isSecond(before, after)
    ? reversed(matchEntries(after, before, options))
    : matchEntries(before, after, options);
}

/** Ties between equally good matchings must not depend on which document is called the old one: one order decides them. */
export function isSecond(before: Assessment, after: Assessment): boolean {
  return JSON.stringify(before) > JSON.stringify(after);
}

export function reversed({ toNew, toOld }: Matching): Matching {
  return { toNew: toOld, toOld: toNew };
}

function matchEntries(before: Assessment, after: Assessment, options: CompareOptions = {}): Matching {
  const byId = options.sharedHistory === false ? new Map<string, string>() : sharedIds(before, after);
  return bothWays(byId.size > 0 ? byId : matchByLikeness(before, after));
}

function bothWays(toNew: ReadonlyMap<string, string>): Matching {
  return { toNew, toOld: new Map([...toNew].map(([older, newer]) => [newer, older])) };
}

/** Ids that are in the same list of both documents. */
function sharedIds(before: Assessment, after: Assessment): Map<string, string> {
  const pairs = Object.entries(before.lists).flatMap(([list, entries]) => {
    const others = new Set(entriesOf(after, list).map(({ id }) => id));
    return entries.filter(({ id }) => others.has(id)).map(({ id }) => [id, id] as const);
  });
  return new Map(pairs);
}

function matchByLikeness(before: Assessment, after: Assessment): Map<string, string> {
  const [olderTexts, newerTexts] = [entryTextsOf(before), entryTextsOf(after)];
  const matched = new Map<string, string>();
  const likeness = new Likeness();
  for (const list of outerFirst(before)) {
    const counterpart = translate(list, matched);
    if (counterpart === undefined) continue;
    const pairs = matchList(
      fingerprintsOf(before, list, olderTexts),
      fingerprintsOf(after, counterpart, newerTexts),
      list === FILES,
      likeness,
    );
    for (const [older, newer] of pairs) matched.set(older, newer);
  }
  return matched;
}

/** Lists inside an entry follow the list of that entry. */
function outerFirst(assessment: Assessment): readonly ListPath[] {
  const depth = (list: string) => (list === FILES ? -1 : list.split('[').length);
  return Object.keys(assessment.lists).sort((a, b) => depth(a) - depth(b));
}

type IdPair = readonly [string, string];

function matchList(
  before: readonly EntryFingerprint[],
  after: readonly EntryFingerprint[],
  areFiles: boolean,
  likeness: Likeness,
): readonly IdPair[] {
  if (areFiles && before.length === 1 && after.length === 1) return pairAll(before, after);
  const equal = pairEqual(before, after);
  const [olderRest, newerRest] = [unpaired(before, equal, 0), unpaired(after, equal, 1)];
  const alike = pairAlike(olderRest, newerRest, likeness);
  const [olderLeft, newerLeft] = [unpaired(olderRest, alike, 0), unpaired(newerRest, alike, 1)];
  return [...equal, ...alike, ...pairAtSamePosition(olderLeft, newerLeft, likeness)];
}

function pairAll(before: readonly EntryFingerprint[], after: readonly EntryFingerprint[]): readonly IdPair[] {
  return before.flatMap(({ entry }, at) => {
    const other = after[at]?.entry;
    return other ? [[entry.id, other.id] as const] : [];
  });
}

function unpaired(fingerprints: readonly EntryFingerprint[], pairs: readonly IdPair[], side: 0 | 1) {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return fingerprints.filter(({ entry }) => !taken.has(entry.id));
}

/** Entries that are equal in every word; of several equal ones the first goes with the first. */
function pairEqual(
  before: readonly EntryFingerprint[],
  after: readonly EntryFingerprint[],
): readonly IdPair[] {
  const unpairedByText = new Map<string, EntryFingerprint[]>();
  for (const fingerprint of after) {
    const key = signature(fingerprint);
    unpairedByText.set(key, [...(unpairedByText.get(key) ?? []), fingerprint]);
  }
  return before.flatMap((fingerprint) => {
    const other = unpairedByText.get(signature(fingerprint))?.shift();
    return other ? [[fingerprint.entry.id, other.entry.id] as const] : [];
  });
}

function signature({ texts }: EntryFingerprint): string {
  return JSON.stringify([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Below this two entries are not the same entry. */
const MIN_ENTRY_LIKENESS = 0.5;

/** Which of several equally good pairings is taken must not depend on the order of the documents. */
function pairAlike(
  before: readonly EntryFingerprint[],
  after: readonly EntryFingerprint[],
  likeness: Likeness,
): readonly IdPair[] {
  if (before.length === 0 || after.length === 0) return [];
  const signatures = (fingerprints: readonly EntryFingerprint[]) => fingerprints.map(signature).join();
  if (signatures(before) <= signatures(after)) return bestPairs(before, after, likeness);
  return bestPairs(after, before, likeness).map(([newer, older]) => [older, newer]);
}

function bestPairs(
  before: readonly EntryFingerprint[],
  after: readonly EntryFingerprint[],
  likeness: Likeness,
): readonly IdPair[] {
  const scores = before.map((older) => after.map((newer) => scoreOf(older, newer, likeness)));
  return assign(scores).flatMap((column, row) => {
    const [older, newer] = [before[row], after[column]];
    return older && newer && (scores[row]?.[column] ?? 0) >= MIN_ENTRY_LIKENESS
      ? [[older.entry.id, newer.entry.id] as const]
      : [];
  });
}

/** Pairs that are not the same entry count nothing, so that two doubtful pairs never outweigh a sure one. */
function scoreOf(older: EntryFingerprint, newer: EntryFingerprint, likeness: Likeness): number {
  if (older.texts.size === 0 || newer.texts.size === 0) return 0;
  const score = likenessOf(older, newer, likeness);
  return score >= MIN_ENTRY_LIKENESS ? score : 0;
}

/** The name counts most; a renamed entry is recognised by its content. An equal position in the list decides between equals. */
function likenessOf(older: EntryFingerprint, newer: EntryFingerprint, likeness: Likeness): number {
  const content = contentLikeness(older, newer, likeness);
  const name = older.name === '' && newer.name === '' ? content : likeness.of(older.name, newer.name);
  const positionBonus = older.at === newer.at ? 0.05 : 0;
  return Math.max(0.6 * name + 0.4 * content, 0.2 * name + 0.8 * content) * 0.95 + positionBonus;
}

/** Likeness of what is written, long texts counting more than short ones. */
function contentLikeness(older: EntryFingerprint, newer: EntryFingerprint, likeness: Likeness): number {
  let [sum, total] = [0, 0];
  // In one order, so that the sum has the same last digit in whichever order the documents are given.
  for (const key of [...new Set([...older.texts.keys(), ...newer.texts.keys()])].sort()) {
    const [a, b] = [older.texts.get(key) ?? '', newer.texts.get(key) ?? ''];
    const weight = 5 + Math.min(200, Math.max(a.length, b.length));
    sum += weight * likeness.of(a, b);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** Entries in the same place that still have this much in common were rewritten, not replaced. */
const MIN_REWRITTEN_LIKENESS = 0.25;

/**
 * A remaining entry is paired with the one at its position when that was rewritten, or when one of them has no word: filling the
 * blank lines of a sheet adds no entry.
 */
function pairAtSamePosition(
  before: readonly EntryFingerprint[],
  after: readonly EntryFingerprint[],
  likeness: Likeness,
): readonly IdPair[] {
  return before.flatMap((older) => {
    const newer = after.find(({ at }) => at === older.at);
    if (!newer) return [];
    const blank = older.texts.size === 0 || newer.texts.size === 0;
    return blank || likenessOf(older, newer, likeness) >= MIN_REWRITTEN_LIKENESS
      ? [[older.entry.id, newer.entry.id] as const]
      : [];
  });
}
