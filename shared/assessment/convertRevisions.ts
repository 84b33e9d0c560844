import {
  convertAssessment,
  type Conversion,
  type FirstEntryId,
  type UnconvertedText,
} from './convertAssessment';
import type { Form } from '../forms/types';
import type { NewId } from './create';
import type { HyokaDocument, Revision } from './document';
import type { Author } from './history';
import type { Path } from './path';
import type { Drafts, Round } from './round';
import type { Assessment } from './types';

/** What a text of a revision that has no item in the new form is described with. */
export interface UnplacedText extends UnconvertedText {
  /** The present text leaves the same words behind at the same item. */
  readonly alsoNow: boolean;
}

export interface ConversionContext {
  readonly newId: NewId;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly author: Author;
  /** What the text as it was before the conversion is called where it has to serve as last year's edition. */
  readonly priorName: string;
  /** The note of a revision about what has no item in the new form, in the language of the person. */
  readonly unplacedNote: (unplaced: readonly UnplacedText[]) => string;
}

/** A document's present text and its past, in another form or edition. */
export interface ConvertedRevisions {
  readonly present: Conversion;
  readonly revisions: readonly Revision[];
  readonly rounds: readonly Round[];
}

/**
 * Converts the present text with all revisions and decisions. What did not differ between two of them before does not
 * differ afterwards: all of one history get the same new entries. A document that holds no edition to compare with gets
 * one, its own text before the conversion, so that the work of this year can be compared with it.
 */
export function convertWithRevisions(
  document: HyokaDocument,
  form: Form,
  context: ConversionContext,
): ConvertedRevisions {
  const idsFor = sharedFirstEntries(context.newId);
  const convert = (assessment: Assessment) => convertAssessment(assessment, form, idsFor(assessment));
  const present = convert(document.assessment);
  const revisions = document.revisions.map((revision) =>
    convertRevision(revision, convert(revision.assessment), present, context),
  );
  const prior = hasPriorEdition(document) ? [] : [priorEdition(present.assessment, context)];
  return {
    present,
    revisions: [...revisions, ...prior],
    rounds: document.rounds.map((round) => convertRound(round, present.targetOf)),
  };
}

/** Whether a revision can be last year's: those kept by hand or before a merge are not. */
function hasPriorEdition({ revisions }: HyokaDocument): boolean {
  return revisions.some(({ kind }) => kind !== 'manual' && kind !== 'merged');
}

function priorEdition(assessment: Assessment, { newId, at, author, priorName }: ConversionContext): Revision {
  return { id: newId(), kind: 'imported', name: priorName, at, author, assessment };
}

function convertRevision(
  revision: Revision,
  { assessment, unconverted }: Conversion,
  present: Conversion,
  { unplacedNote }: ConversionContext,
): Revision {
  if (unconverted.length === 0) return { ...revision, assessment };
  const now = new Set(present.unconverted.map(({ path, text }) => `${path}\n${text}`));
  const unplaced = unconverted.map((each) => ({ ...each, alsoNow: now.has(`${each.path}\n${each.text}`) }));
  const note = [revision.note ?? '', unplacedNote(unplaced)].filter((part) => part !== '').join('\n');
  return { ...revision, assessment, note };
}

/**
 * Ids for the entries that the new form begins with: assessments that share an entry are of one history and get the
 * same ids; those of another history get their own, as equal ids would say that the entries are the same.
 */
function sharedFirstEntries(newId: NewId): (assessment: Assessment) => FirstEntryId {
  const histories: { readonly known: Set<string>; readonly ids: Map<string, string> }[] = [];
  const historyOf = (entryIds: readonly string[]) => {
    const first = entryIds.length === 0 ? histories[0] : undefined;
    const found = first ?? histories.find(({ known }) => entryIds.some((id) => known.has(id)));
    if (found) return found;
    const history = { known: new Set<string>(), ids: new Map<string, string>() };
    histories.push(history);
    return history;
  };
  return ({ lists }) => {
    const entryIds = Object.values(lists).flatMap((entries) => entries.map(({ id }) => id));
    const { known, ids } = historyOf(entryIds);
    for (const id of entryIds) known.add(id);
    return (list, at) => {
      const target = `${list}#${String(at)}`;
      const id = ids.get(target) ?? newId();
      ids.set(target, id);
      return id;
    };
  };
}

/** Decisions and drafts at the changes of the items that ask the same; those of other items have no change to belong to. */
function convertRound(round: Round, targetOf: (path: Path) => Path | undefined): Round {
  const moved = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => {
        const target = convertKey(key, targetOf);
        return target === undefined ? [] : [[target, value] as const];
      }),
    );
  const drafts: Drafts = moved(round.drafts);
  return { ...round, decisions: moved(round.decisions), drafts };
}

/** A key of a difference or of a row: a path, perhaps with what happened before it and a number behind it. */
function convertKey(key: string, targetOf: (path: Path) => Path | undefined): string | undefined {
  const [, prefix = '', path = '', suffix = ''] = /^(added:|removed:)?(.*?)(#\d+)?$/.exec(key) ?? [];
  const target = targetOf(path);
  return target === undefined ? undefined : prefix + target + suffix;
}
