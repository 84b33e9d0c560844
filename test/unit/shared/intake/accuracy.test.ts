import { afterAll, describe, expect, it } from 'vitest';
import {
  canBeScored,
  PROMISES,
  publishedTexts,
  scoreOf,
  TABLE_HEAD,
  tableRow,
} from '../../../accuracy/table';

const published = publishedTexts();

describe.runIf(published)('accuracy on published assessments', () => {
  const rows: string[] = [];

  it.each(PROMISES.filter(canBeScored))('$file', { timeout: 60_000 }, async (promised) => {
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

const unscored = PROMISES.filter((promised) => !canBeScored(promised));
if (published && unscored.length)
  it.skip(`accuracy of ${unscored.map(({ file }) => file).join(', ')}: LibreOffice is not there to make them`, () =>
    undefined);
if (!published) it.skip('accuracy on published assessments: ../shared is not there', () => undefined);
