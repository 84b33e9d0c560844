import { formOf } from '../forms/catalog';
import { entriesOf } from './edit';
import type { OrdinalItem } from './fromItems';
import { toOrdinals } from './ordinals';
import { ATTACHMENTS, type Path } from './path';
import type { Assessment, Grid, Value } from './types';
import { leavesOf, outline, placedEntries, type Node } from './walk';
import { changeColumnOf } from '../forms/changeTable';

/**
 * Every value under its ordinal path, in official order: the view of the command line and of JSON.
 * A table row is one item with all its columns; 別紙 follow at the end. Inverse of `assessmentFrom`.
 */
export function itemsOf(assessment: Assessment): readonly OrdinalItem[] {
  const nodes = outline(formOf(assessment.form, assessment.edition), assessment);
  return [...nodes.flatMap((node) => nodeItems(assessment, node)), ...attachmentItems(assessment)];
}

function nodeItems(assessment: Assessment, node: Node): readonly OrdinalItem[] {
  if (node.kind === 'list' && node.item.type === 'table') return rowItems(assessment, node);
  if (node.kind === 'list')
    return node.entries.flatMap((entry) => entry.children.flatMap((child) => nodeItems(assessment, child)));
  const own = node.kind === 'leaf' ? valueItem(assessment, node.path) : [];
  return [...own, ...node.children.flatMap((child) => nodeItems(assessment, child))];
}

function valueItem(assessment: Assessment, path: Path): readonly OrdinalItem[] {
  const value = assessment.values[path];
  return value === undefined ? [] : [{ path: toOrdinals(assessment, path), value }];
}

function rowItems(assessment: Assessment, node: Extract<Node, { kind: 'list' }>): readonly OrdinalItem[] {
  const form = formOf(assessment.form, assessment.edition);
  return node.entries.map((row) => ({
    path: toOrdinals(assessment, row.key),
    value: Object.fromEntries(
      leavesOf(row.children).map(({ item, path }) => [
        changeColumnOf(form, item.id) ?? columnOf(path),
        asText(assessment.values[path]),
      ]),
    ),
  }));
}

function attachmentItems(assessment: Assessment): readonly OrdinalItem[] {
  return placedEntries(assessment, ATTACHMENTS).map(({ entry, ordinal }) => ({
    path: `${ATTACHMENTS}[${String(ordinal)}]`,
    value: attachmentOf(assessment, entry.id),
  }));
}

/** Title and rows of one 別紙 (blank where nothing was written yet). */
export function attachmentOf(
  assessment: Assessment,
  entryId: string,
): { readonly title: string; readonly rows: Grid['rows'] } {
  const title = assessment.values[`${ATTACHMENTS}[${entryId}].title`];
  const grid = assessment.values[`${ATTACHMENTS}[${entryId}].rows`];
  return { title: asText(title), rows: typeof grid === 'object' && 'rows' in grid ? grid.rows : [] };
}

export function attachmentsOf(assessment: Assessment): readonly string[] {
  return entriesOf(assessment, ATTACHMENTS).map((entry) => entry.id);
}

function columnOf(path: Path): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function asText(value: Value | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}
