import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../../../../shared/assessment/create';
import type { Value } from '../../../../../shared/assessment/types';
import { formOf } from '../../../../../shared/forms/catalog';
import { printDocument } from '../../../../../shared/publish/model/document';
import { cellLines } from '../../../../../shared/publish/model/runs';
import { counter } from '../../assessment/arbitrary';

/** The lines of the row of an item on paper. */
function rowOf(values: Readonly<Record<string, Value>>, path: string): string {
  const assessment = { ...emptyAssessment(formOf('form2'), counter()), values };
  const rows = printDocument(assessment).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
  );
  const row = rows.find(({ cells }) => cells.some(({ paths }) => paths?.includes(path)));
  return (row?.cells ?? []).flatMap(cellLines).join('\n');
}

describe('the 再掲 item on paper', () => {
  it('has the options of the measure that is named, and keeps an answer that is none of them', () => {
    const text = rowOf(
      { 'IV.11.which': '従業者に対する教育・啓発', 'IV.11.sufficient': '十分である' },
      'IV.11.sufficient',
    );
    expect(text).toContain('[　十分である　]');
    expect(text).toMatch(/1\) 特に力を入れて行っている[^]*2\) 十分に行っている[^]*3\) 十分に行っていない/);
    expect(text).not.toContain('課題が残されている');
  });

  it('has the options of the first measure while none is named', () => {
    const text = rowOf({}, 'IV.11.sufficient');
    expect(text).toMatch(/1\) 特に力を入れている[^]*2\) 十分である[^]*3\) 課題が残されている/);
    expect(text).not.toContain('行っている');
  });
});
