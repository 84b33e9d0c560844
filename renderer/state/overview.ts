import { filledOf } from '../../shared/assessment/completion';
import { entriesOf } from '../../shared/assessment/edit';
import { sameValue } from '../../shared/assessment/values';
import { ATTACHMENTS, type Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import type { Finding, Severity } from '../../shared/checks/types';
import { formOf } from '../../shared/forms/catalog';
import { changeCell, changeTableOf, type ChangeColumn } from '../../shared/forms/changeTable';

/** Findings, completion and changes of the whole document, computed some hundred milliseconds after typing. */
export interface Overview {
  readonly findings: readonly Finding[];
  readonly byPath: ReadonlyMap<Path, readonly Finding[]>;
  /** Every item that applies and holds an answer of a person: true where it is filled in. */
  readonly filled: ReadonlyMap<Path, boolean>;
  /** Every row of the tables and every 別紙: true where it says what it is about. */
  readonly rows: ReadonlyMap<Path, boolean>;
  /** Items that differ from last year's assessment. */
  readonly changed: readonly Path[];
}

/** Completion and changes of a document beside what its 点検 has found and nobody has accepted. */
export function overviewOf(
  assessment: Assessment,
  findings: readonly Finding[],
  prior?: Assessment,
): Overview {
  const byPath = new Map<Path, Finding[]>();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const changed = prior ? changedPaths(prior, assessment) : [];
  return { findings, byPath, filled: filledOf(assessment), rows: rowCompletion(assessment), changed };
}

/** A row of 変更箇所 is written where it has its day and its item; old rows often have nothing else to say. */
function rowCompletion(assessment: Assessment): ReadonlyMap<Path, boolean> {
  const form = formOf(assessment.form, assessment.edition);
  const table = changeTableOf(form);
  const hold = (path: Path) => assessment.values[path] !== undefined;
  const writes = (row: Path, column: ChangeColumn) => hold(changeCell(form, row, column));
  const keysOf = (list: string) => entriesOf(assessment, list).map(({ id }) => `${list}[${id}]`);
  return new Map([
    ...keysOf(table).map((key) => [key, writes(key, 'date') && writes(key, 'item')] as const),
    ...keysOf(ATTACHMENTS).map((key) => [key, hold(`${key}.rows`)] as const),
  ]);
}

/** How many findings of a severity lie at or below a key (an item, an entry, a part, a section). */
export function countBelow(overview: Overview, key: string, severity: Severity): number {
  return overview.findings.filter((finding) => finding.severity === severity && isBelow(finding.path, key))
    .length;
}

/** Filled and asked items and rows at or below a key. */
export function progressBelow(
  overview: Overview,
  key: string,
): { readonly filled: number; readonly asked: number } {
  let filled = 0;
  let asked = 0;
  for (const [path, done] of [...overview.filled, ...overview.rows]) {
    if (!isBelow(path, key)) continue;
    asked += 1;
    if (done) filled += 1;
  }
  return { filled, asked };
}

/** What changed at or below a key; a row of a table counts once, however many of its cells changed. */
export function changesBelow(overview: Overview, key: string): number {
  const changed = overview.changed.filter((path) => isBelow(path, key));
  return new Set(changed.map((path) => rowAround(path) ?? path)).size;
}

/** The row of a table, or the 別紙, that an item stands in. */
function rowAround(path: Path): Path | undefined {
  return /^.*\.rows\[[^\]]*\]|^attachments\[[^\]]*\]/.exec(path)?.[0];
}

/** Whether a path is the key or stands in it: `II[a].4` holds `II[a].4.items[b].m1` but not `II[a].40`. */
export function isBelow(path: Path, key: string): boolean {
  return path === key || (path.startsWith(key) && (path[key.length] === '.' || path[key.length] === '['));
}

/** Paths of all items whose value differs from last year's. */
export function changedPaths(prior: Assessment, now: Assessment): readonly Path[] {
  const all = new Set([...Object.keys(prior.values), ...Object.keys(now.values)]);
  return [...all].filter((path) => !sameValue(prior.values[path], now.values[path]));
}
