import { formOf } from '../forms/catalog';
import { labelParts, sectionLabel } from '../forms/label';
import type { Form } from '../forms/types';
import { entriesOf, ordinalsOf } from '../assessment/edit';
import { toOrdinals } from '../assessment/ordinals';
import { ATTACHMENTS, FILES, type Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { changeTableOf } from '../forms/changeTable';
import { findItem } from '../forms/lookup';
import { assessMateriality, type Materiality } from './material/assessMateriality';
import { entryText, isListed, rowTextsOf } from './rows/generate';
import { DEFAULT_ROW_STYLE, type RowStyle } from './rows/style';
import type { Comparison, Difference, DifferenceKey } from './types';
import { plainText } from '../assessment/values';
import { requiredId } from '../forms/roles';
import { firstItemOfFile } from '../assessment/files';

/** What kind of change a person looks for. */
export type ChangeKind = 'wording' | 'entry' | 'form';

/** One change as the screen shows it. */
export interface ChangeView {
  readonly key: DifferenceKey;
  readonly difference: Difference;
  /** The item or entry, in the document that has it. */
  readonly path: Path;
  readonly section: { readonly key: string; readonly label: string };
  /** Official headings, outermost first. */
  readonly headings: readonly string[];
  readonly kind: ChangeKind;
  readonly materiality: Materiality;
  /** Belongs into 変更箇所. */
  readonly listed: boolean;
  readonly before: string;
  readonly after: string;
  /** Printed numbers, of an entry that moved. */
  readonly moved?: { readonly from: number; readonly to: number };
}

const FULL: RowStyle = { ...DEFAULT_ROW_STYLE, fullUpTo: Number.MAX_SAFE_INTEGER, absent: '', removed: '' };

/** All changes but those of the table of 変更箇所 itself, in the order of the form. */
export function changeViews(comparison: Comparison): readonly ChangeView[] {
  const form = formOf(comparison.after.form, comparison.after.edition);
  const table = changeTableOf(form);
  return comparison.differences
    .filter((difference) => difference.kind === 'header' || !difference.item.startsWith(table))
    .map((difference) => changeView(form, comparison, difference));
}

function changeView(form: Form, comparison: Comparison, difference: Difference): ChangeView {
  const document = difference.kind === 'removed' ? comparison.before : comparison.after;
  const path = pathOf(form, difference);
  return {
    key: difference.key,
    difference,
    path,
    ...sectionAndHeadings(document, path),
    kind: kindOf(difference),
    materiality: assessMateriality(form, difference),
    listed: isListed(form, difference),
    ...wordings(form, comparison, difference),
  };
}

function kindOf(difference: Difference): ChangeKind {
  if (difference.kind !== 'changed') return 'entry';
  return difference.formOnly ? 'form' : 'wording';
}

/** A file is shown at the first item of its first part. */
function pathOf(form: Form, difference: Difference): Path {
  switch (difference.kind) {
    case 'header':
      return requiredId(form, 'stamp');
    case 'changed':
      return difference.newPath;
    case 'moved':
      return firstItemOfFile(form, `${difference.newList}[${difference.newEntry.id}]`);
    default:
      return firstItemOfFile(form, `${difference.list}[${difference.entry.id}]`);
  }
}

/** The section and the official headings of an item. */
export function sectionAndHeadings(
  document: Assessment,
  path: Path,
): Pick<ChangeView, 'section' | 'headings'> {
  const form = formOf(document.form, document.edition);
  const key = /^[A-Za-z0-9_]+(?:\[[^\]]*\])?/.exec(path)?.[0] ?? path;
  if (path.startsWith(ATTACHMENTS)) {
    const title = plainText(document.values[`${key}.title`]);
    return { section: { key: ATTACHMENTS, label: ATTACHMENTS }, headings: [title] };
  }
  const files = entriesOf(document, FILES).length;
  const headings = labelParts(form, toOrdinals(document, path), { files }) ?? [path];
  const section = form.sections.find(({ id }) => id === key.split('[', 1)[0]);
  return { section: { key, label: headings[0] ?? (section ? sectionLabel(section) : key) }, headings };
}

function wordings(
  form: Form,
  comparison: Comparison,
  difference: Difference,
): Pick<ChangeView, 'before' | 'after' | 'moved'> {
  switch (difference.kind) {
    case 'header':
      return { before: difference.before.edition, after: difference.after.edition };
    case 'changed': {
      const item = findItem(form, difference.item)?.item;
      const [texts] = rowTextsOf(item, difference.before, difference.after, FULL);
      return { before: texts?.before ?? '', after: texts?.after ?? '' };
    }
    case 'added':
      return { before: '', after: entryText(comparison.after, difference, FULL) };
    case 'removed':
      return { before: entryText(comparison.before, difference, FULL), after: '' };
    case 'moved':
      return { before: '', after: '', moved: printedNumbers(comparison, difference) };
  }
}

function printedNumbers(
  { before, after }: Comparison,
  { oldList, newList, from, to }: Extract<Difference, { kind: 'moved' }>,
): { readonly from: number; readonly to: number } {
  const numberAt = (document: Assessment, list: string, at: number) =>
    ordinalsOf(entriesOf(document, list))[at] ?? at + 1;
  return { from: numberAt(before, oldList, from), to: numberAt(after, newList, to) };
}
