import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeContent } from '../../../../../shared/compare/print/mergeContent';
import type { CellContent, Line, Run } from '../../../../../shared/publish/model/types';

const TEXTS = ['', '[　] その他', '[○] その他（窓口）', '[　] 税務システム', '住民票', '住民票の写し', '－'];

const anyLine: fc.Arbitrary<Line> = fc
  .array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 })
  .map((parts) => ({
    kind: 'line',
    role: 'check',
    parts: parts.map((text) => [{ text }]),
    ...(parts.length > 1 ? { stops: parts.slice(1).map((_, at) => 2000 * (at + 1)) } : {}),
  }));
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 5 });

/** The text of a cell without what bears a mark; its last line has no end. */
function without(mark: 'inserted' | 'deleted', contents: readonly CellContent[]): string {
  const kept = (run: Run) => (run.mark === mark ? '' : run.text);
  return contents
    .map((content, at) => {
      if (content.kind !== 'line') return '';
      const stop = content.stopMark === mark ? '' : '\t';
      const end = content.mark === mark || at === contents.length - 1 ? '' : '\n';
      return content.parts.map((runs) => runs.map(kept).join('')).join(stop) + end;
    })
    .join('');
}

describe('the lines of a cell in both documents as one', () => {
  it('are the old ones without what came and the new ones without what went, to the line break', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (old, newer) => {
        const merged = mergeContent(old, newer);
        expect(without('inserted', merged)).toBe(without('inserted', old));
        expect(without('deleted', merged)).toBe(without('deleted', newer));
        expect(merged.at(-1)).not.toHaveProperty('mark');
      }),
      { numRuns: 1000 },
    );
  });

  it('have the end of the line before come with a line put in last: a cell keeps its own end', () => {
    const line = (...texts: string[]): Line => ({
      kind: 'line',
      role: 'check',
      parts: texts.map((text) => [{ text }]),
    });
    expect(
      mergeContent([line('[　] 甲', '[　] 乙')], [line('[　] 甲', '[　] 乙'), line('[○] 丙')]),
    ).toMatchObject([{ mark: 'inserted', parts: [[{ text: '[　] 甲' }], [{ text: '[　] 乙' }]] }, {}]);
  });
});
