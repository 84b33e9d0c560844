import { applies } from '../../shared/assessment/conditions';
import { sameValue } from '../../shared/assessment/history';
import type { Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { leavesOf, outline } from '../../shared/assessment/walk';
import { check } from '../../shared/checks/check';
import type { Finding, Severity } from '../../shared/checks/types';
import { formOf } from '../../shared/forms/catalog';

/** What is told about the document as a whole, some hundred milliseconds behind the typing. */
export interface Overview {
  readonly findings: readonly Finding[];
  readonly byPath: ReadonlyMap<Path, readonly Finding[]>;
  /** Every item that applies and holds an answer of a person: true where it is filled in. */
  readonly filled: ReadonlyMap<Path, boolean>;
  /** Items that differ from last year's assessment. */
  readonly changed: readonly Path[];
}

/** Findings, completion and changes of a document; `day` as 20241001. */
export function overviewOf(assessment: Assessment, day: number, prior?: Assessment): Overview {
  const findings = check(assessment, day);
  const byPath = new Map<Path, Finding[]>();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const changed = prior ? changedPaths(prior, assessment) : [];
  return { findings, byPath, filled: filledOf(assessment), changed };
}

function filledOf(assessment: Assessment): ReadonlyMap<Path, boolean> {
  const form = formOf(assessment.form, assessment.edition);
  const leaves = leavesOf(outline(form, assessment)).filter(
    ({ path, item }) => !item.fixed && item.type !== 'flag' && !path.includes('.rows['),
  );
  const asked = leaves.filter(({ path }) => applies(form, assessment, path).holds !== 'no');
  return new Map(asked.map(({ path }) => [path, assessment.values[path] !== undefined]));
}

/** How many findings of a severity lie at or below a key (an item, an entry, a part, a section). */
export function countBelow(overview: Overview, key: string, severity: Severity): number {
  return overview.findings.filter((finding) => finding.severity === severity && isBelow(finding.path, key))
    .length;
}

/** Filled and asked items at or below a key. */
export function progressBelow(
  overview: Overview,
  key: string,
): { readonly filled: number; readonly asked: number } {
  let filled = 0;
  let asked = 0;
  for (const [path, done] of overview.filled) {
    if (!isBelow(path, key)) continue;
    asked += 1;
    if (done) filled += 1;
  }
  return { filled, asked };
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
