import type { HyokaDocument } from '../../../shared/assessment/document';
import { HISTORY_GAP, type EditRecord } from '../../../shared/assessment/history';
import type { Assessment } from '../../../shared/assessment/types';
import { hasEdition } from '../../../shared/forms/catalog';
import { hashOf } from '../digest';
import { keyedSchemas } from '../keyedSchemas';
import type { TableName } from '../tables';
import { addMissingEntries, knowsItem, likelyForm, valuesOfHistory } from './assessment';
import { collectRows, type Collected } from './collect';
import { readAttachments, readHistory, readKeyed, readLists, readMeta, readValues, type Meta } from './parts';
import type { PartCount, RescuePart, RescueReport } from './report';
import { scanRows, type Scan } from './scan';

export interface Rescued {
  readonly document: HyokaDocument;
  readonly report: RescueReport;
}

/**
 * Everything of a damaged file that is whole, as a document with the same ids; undefined where not even one item can be read.
 * Never throws, and works without SQLite. The bytes stay as they are.
 */
export function rescueDocument(bytes: Uint8Array): Rescued | undefined {
  const scan = scanRows(bytes);
  const collected = collectRows(scan);
  const meta = readMeta(collected.rows.meta);
  const found = readAssessment(collected, meta);
  if (!found) return undefined;
  const history = readHistory(collected);
  const count = counter(scan);
  const isHistoryWhole = count('edit', history.length).lost === 0;
  const restored =
    isHistoryWhole && count('value', Object.keys(found.assessment.values).length).lost !== 0
      ? valuesOfHistory(history, found.assessment)
      : new Map<string, never>();
  const assessment = {
    ...found.assessment,
    values: { ...found.assessment.values, ...Object.fromEntries(restored) },
  };
  const parts = documentParts(collected);
  const report: RescueReport = {
    hasDigests: scan.hasDigests,
    parts: countParts(count, collected, { history, ...parts, restored: restored.size }),
    lostItems: lostItems(scan, assessment),
    restoredItems: [...restored.keys()],
    restoredEntries: found.restoredEntries,
  };
  const document: HyokaDocument = {
    id: meta.id ?? hashOf(bytes).slice(0, 16),
    createdAt: meta.createdAt ?? history[0]?.at ?? 0,
    assessment,
    history: isConsistent(report) ? history : [...history, gapAfter(history)],
    ...(meta.source ? { source: meta.source } : {}),
    ...parts,
  };
  return { document, report };
}

function readAssessment(
  { rows }: Collected,
  meta: Meta,
): { assessment: Assessment; restoredEntries: number } | undefined {
  const values = readValues(rows.value);
  const lists = readLists(rows.entry);
  const form = knownForm(meta) ?? likelyForm([...values.keys()]);
  if (!form) return undefined;
  const restoredEntries = addMissingEntries(lists, [...values.keys()]);
  const content = { values: Object.fromEntries(values), lists: Object.fromEntries(lists) };
  return { assessment: { ...form, slots: meta.slots ?? {}, ...content }, restoredEntries };
}

function knownForm({ form, edition }: Meta): Pick<Assessment, 'form' | 'edition'> | undefined {
  return form && edition !== undefined && hasEdition(form, edition) ? { form, edition } : undefined;
}

function documentParts(collected: Collected) {
  const { rows } = collected;
  return {
    revisions: readKeyed(rows.revision, keyedSchemas.revision),
    comments: readKeyed(rows.comment, keyedSchemas.comment),
    attachments: readAttachments(collected),
    leftover: readKeyed(rows.leftover, keyedSchemas.leftover),
    review: readKeyed(rows.review, keyedSchemas.review),
    rounds: readKeyed(rows.round, keyedSchemas.round),
    acceptances: readKeyed(rows.acceptance, keyedSchemas.acceptance),
    thresholds: readKeyed(rows.threshold, keyedSchemas.threshold),
    overrides: readKeyed(rows.override, keyedSchemas.override),
    progress: readKeyed(rows.progress, keyedSchemas.progress),
  };
}

type Count = (table: TableName, whole: number) => PartCount;

function counter({ expected }: Scan): Count {
  return (table, whole) => {
    const all = expected.get(table);
    return { whole, lost: all === undefined ? undefined : Math.max(0, all - whole) };
  };
}

type Found = ReturnType<typeof documentParts> & {
  readonly history: readonly EditRecord[];
  /** Items whose value follows from the history. */
  readonly restored: number;
};

function countParts(
  count: Count,
  { rows }: Collected,
  found: Found,
): Readonly<Record<RescuePart, PartCount>> {
  const values = count('value', rows.value.length);
  return {
    header: count('meta', rows.meta.length),
    items: {
      whole: values.whole + found.restored,
      lost: values.lost === undefined ? undefined : Math.max(0, values.lost - found.restored),
    },
    entries: count('entry', rows.entry.length),
    history: count('edit', found.history.length),
    revisions: count('revision', found.revisions.length),
    comments: count('comment', found.comments.length),
    attachments: count('attachment', found.attachments.length),
    leftover: count('leftover', found.leftover.length),
    review: count('review', found.review.length),
    rounds: count('round', found.rounds.length),
    acceptances: count('acceptance', found.acceptances.length),
    thresholds: count('threshold', found.thresholds.length),
    overrides: count('override', found.overrides.length),
    progress: count('progress', found.progress.length),
  };
}

function lostItems({ damagedPaths }: Scan, { form, edition, values }: Assessment): readonly string[] {
  const isLost = (key: string) => values[key] === undefined && knowsItem(form, edition, key);
  return [...new Set(damagedPaths)].filter(isLost).sort();
}

/** The steps of the history fit the items: undo may offer them. */
function isConsistent({ parts, restoredEntries }: RescueReport): boolean {
  return (
    restoredEntries === 0 &&
    [parts.header, parts.items, parts.entries, parts.history].every(({ lost }) => lost === 0)
  );
}

function gapAfter(history: readonly EditRecord[]): EditRecord {
  const last = history.at(-1);
  return {
    seq: (last?.seq ?? 0) + 1,
    at: last?.at ?? 0,
    author: { name: '', department: '', pc: '' },
    edit: { kind: 'batch', edits: [] },
    label: HISTORY_GAP,
  };
}
