import { afterAll, describe, expect, it } from 'vitest';
import { PROMISES, publishedTexts, scoreOf, TABLE_HEAD, tableRow } from '../../../accuracy/table';

const published = publishedTexts();

describe.runIf(published)('accuracy on published assessments', () => {
  const rows: string[] = [];

  it.each(PROMISES)('$file', { timeout: 60_000 }, async (promised) => {
    const score = await scoreOf(published ?? '', promised);
    rows.push(tableRow(promised.file, score));
    expect(score.exactShare).toBeGreaterThanOrEqual(promised.exact);
    expect(score.nearShare).toBeGreaterThanOrEqual(promised.near);
    expect(score.silentWrongShare).toBeLessThanOrEqual(promised.silent);
  });

  afterAll(() => {
    console.log([TABLE_HEAD, ...rows].join('\n'));
  });
});

if (!published) it.skip('accuracy on published assessments: ../shared is not there', () => undefined);
