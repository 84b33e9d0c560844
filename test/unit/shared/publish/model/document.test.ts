import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Value } from '../../../../../shared/assessment/types';
import { emptyAssessment } from '../../../../../shared/assessment/create';
import { leavesOf, outline } from '../../../../../shared/assessment/walk';
import { FORM_IDS, formOf } from '../../../../../shared/forms/catalog';
import { printDocument } from '../../../../../shared/publish/model/document';
import { documentLines } from '../../../../../shared/publish/model/runs';
import type { PrintDocument, TableBlock } from '../../../../../shared/publish/model/types';
import { anyAssessment, counter } from '../../assessment/arbitrary';

/** What a reader must find of one value, line by line. */
function wordsOf(value: Value | undefined): readonly string[] {
  if (value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return value.split('\n');
  if ('selected' in value) {
    return value.selected.flatMap((label) => [label, ...(value.texts[label] ?? '').split('\n')]);
  }
  return [];
}

function pathsInOrder(assessment: Assessment): readonly string[] {
  return leavesOf(outline(formOf(assessment.form, assessment.edition), assessment)).map((leaf) => leaf.path);
}

function tablesOf(document: PrintDocument): readonly TableBlock[] {
  return document.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
}

describe('printDocument', () => {
  test('shows every value in official order', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const document = printDocument(assessment);
        const paths = tablesOf(document).flatMap((table) =>
          table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paths ?? [])),
        );
        const order = new Map(paths.map((path, at) => [path, at]));
        const text = documentLines(document).join('\n');
        const missing = pathsInOrder(assessment).flatMap((path) =>
          wordsOf(assessment.values[path]).filter((word) => !text.includes(word)),
        );
        expect(missing).toEqual([]);
        const placed = pathsInOrder(assessment).flatMap((path) => order.get(path) ?? []);
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('rows fill their grid exactly', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        for (const table of tablesOf(printDocument(assessment))) {
          for (const row of table.rows) {
            const width = row.cells.reduce((sum, cell) => sum + cell.span, row.covered ?? 0);
            expect(width, table.label).toBe(table.columns.length);
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test.each(FORM_IDS)('%s: titles of parts differ and headings follow the form', (id) => {
    const form = formOf(id);
    const document = printDocument(emptyAssessment(form, counter()));
    const titles = document.sections.map((section) => section.title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(form.sections.length);
    expect(documentLines(document)[0]).toBe(form.sections[0]?.title);
  });

  test('only the parts asked for are printed', () => {
    const document = printDocument(emptyAssessment(formOf('form4'), counter()), {
      sections: ['I', 'annex3'],
    });
    expect(document.sections.map((section) => section.key)).toEqual(['I', 'annex3']);
    expect(document.sections[1]?.orientation).toBe('landscape');
  });
});
