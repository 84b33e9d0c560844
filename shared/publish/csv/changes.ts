import type { Assessment } from '../../assessment/types';
import { leavesOf, outline, type Node } from '../../assessment/walk';
import { formOf } from '../../forms/catalog';

/** The table of 変更箇所 as rows of text, its headings first. */
export function changeRows(assessment: Assessment): readonly (readonly string[])[] {
  const form = formOf(assessment.form, assessment.edition);
  return outline(form, assessment).flatMap((node) =>
    node.kind === 'section' ? node.children.flatMap((child) => tableRows(assessment, child)) : [],
  );
}

function tableRows(assessment: Assessment, node: Node): readonly (readonly string[])[] {
  if (node.kind !== 'list' || node.item.type !== 'table') return [];
  const heads = (node.item.children ?? []).map((column) => column.label);
  const rows = node.entries.map((entry) =>
    leavesOf(entry.children).map(({ path }) => {
      const value = assessment.values[path];
      return typeof value === 'string' ? value : '';
    }),
  );
  return [heads, ...rows];
}
