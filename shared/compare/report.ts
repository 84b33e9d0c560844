import type { Header } from '../assessment/edit';
import { toOrdinals } from '../assessment/ordinals';
import type { Path } from '../assessment/path';
import type { RowCells } from '../assessment/round';
import type { Assessment, Value } from '../assessment/types';
import { formOf } from '../forms/catalog';
import { compare } from './compare';
import { isMarked } from './material/assessMateriality';
import { comparePositions, positionFinder } from './documentOrder';
import { headingOf } from './rows/generate';
import { DEFAULT_ROW_STYLE } from './rows/style';
import { planRound, type RowOptions } from './rows/planRound';
import { cellsOf } from './rows/table';
import type { CompareOptions, Comparison, Difference, EntryDifference } from './types';
import { firstPartOfFile } from '../assessment/files';

/** One difference as the command line reports it; paths carry ordinals, of the new document where the item is there. */
export interface ReportedDifference {
  readonly path: string;
  readonly label: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  readonly before: Value | null;
  readonly after: Value | null;
  readonly material: boolean;
}

export interface ComparisonReport {
  readonly differences: readonly ReportedDifference[];
  readonly rows: readonly RowCells[];
  /** Items that one of the documents could not be read in, so that it is unknown whether they changed. */
  readonly unread: readonly Pick<ReportedDifference, 'path' | 'label'>[];
}

/** What `compare --json` prints. */
export function compareReport(
  before: Assessment,
  after: Assessment,
  options: CompareOptions = {},
  rowOptions: RowOptions = {},
): ComparisonReport {
  const comparison = compare(before, after, options);
  return {
    differences: comparison.differences.flatMap((difference) => reportsOf(comparison, difference)),
    rows: planRound(comparison, {}, { ...rowOptions, proposed: true }).rows.map(cellsOf),
    unread: (comparison.unread ?? [])
      .flatMap((difference) => reportsOf(comparison, difference))
      .map(({ path, label }) => ({ path, label })),
  };
}

function reportsOf(comparison: Comparison, difference: Difference): readonly ReportedDifference[] {
  const { after } = comparison;
  const form = formOf(after.form, after.edition);
  const material = isMarked(form, difference);
  switch (difference.kind) {
    case 'header':
      return headerReports(difference).map((report) => ({ ...report, kind: 'changed', material }));
    case 'changed':
      return [
        {
          ...named(after, difference.newPath),
          kind: 'changed',
          before: difference.before ?? null,
          after: difference.after ?? null,
          material,
        },
      ];
    case 'moved':
      return [movedReport(comparison, difference)];
    case 'added':
    case 'removed':
      return entryReports(difference.kind === 'added' ? after : comparison.before, difference, material);
  }
}

/** What the document is: its form, the edition of that, and the wordings it uses where an edition knows several. */
function headerReports({ before, after }: Extract<Difference, { kind: 'header' }>) {
  const facts = [
    { path: 'form', label: '様式', of: ({ form }: Header) => formOf(form).name },
    { path: 'edition', label: '版', of: ({ edition }: Header) => edition },
    { path: 'slots', label: '文言', of: ({ slots }: Header) => Object.values(slots).sort().join('、') },
  ];
  return facts
    .map(({ path, label, of }) => ({ path, label, before: of(before), after: of(after) }))
    .filter((fact) => fact.before !== fact.after);
}

function movedReport(
  { before, after }: Comparison,
  move: Extract<Difference, { kind: 'moved' }>,
): ReportedDifference {
  const [older, newer] = [`${move.oldList}[${move.oldEntry.id}]`, `${move.newList}[${move.newEntry.id}]`];
  return {
    ...named(after, newer),
    kind: 'moved',
    before: toOrdinals(before, firstPartOfFile(formOf(before.form, before.edition), older)),
    after: toOrdinals(after, firstPartOfFile(formOf(after.form, after.edition), newer)),
    material: false,
  };
}

/** Every value of an entry that was added or removed; the entry itself where nothing is written in it. */
function entryReports(
  document: Assessment,
  { kind, list, entry, content }: EntryDifference,
  material: boolean,
): readonly ReportedDifference[] {
  const position = positionFinder(document);
  const paths = Object.keys(content.values).sort((a, b) => comparePositions(position(a), position(b)));
  const report = (path: Path, value: Value | null): ReportedDifference => ({
    ...named(document, path),
    kind,
    before: kind === 'added' ? null : value,
    after: kind === 'added' ? value : null,
    material,
  });
  return paths.length === 0
    ? [report(`${list}[${entry.id}]`, null)]
    : paths.map((path) => report(path, content.values[path] ?? null));
}

function named(document: Assessment, path: Path): { readonly path: string; readonly label: string } {
  const inForm = firstPartOfFile(formOf(document.form, document.edition), path);
  return { path: toOrdinals(document, inForm), label: headingOf(document, inForm, DEFAULT_ROW_STYLE) };
}
