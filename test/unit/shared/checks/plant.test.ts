import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../shared/checks/check';
import { viewOf } from '../../../../shared/checks/view';
import { CLEAN_DAY, cleanDocuments } from './cleanDocuments';
import { FAMILIES, Random, type Family, type Planted } from './plant';

/** `npm run plant -- --count 1000` plants more. */
const COUNT = Number(process.env.PLANT_COUNT ?? 20);

/** The share of planted mistakes that must be found. */
const WANTED = 0.99;

const views = cleanDocuments().map(({ assessment }) => viewOf(assessment));

function isFound(planted: Planted, { rules }: Family): boolean {
  const { findings } = checkDocument({ assessment: planted.assessment, referenceDate: CLEAN_DAY });
  return findings.some(
    ({ rule, path }) => rules.includes(rule) && (planted.path === undefined || path.startsWith(planted.path)),
  );
}

describe('planted mistakes', () => {
  test.each(FAMILIES)('$name', { timeout: 20_000 + COUNT * 500 }, (family) => {
    const random = new Random(20_261_130);
    const missed: string[] = [];
    let planted = 0;
    for (let tries = 0; planted < COUNT && tries < COUNT * 20; tries += 1) {
      const view = random.pick(views);
      const one = family.plant(view, random);
      if (!one) continue;
      planted += 1;
      if (!isFound(one, family)) missed.push(`${view.form.id} ${one.path ?? ''}`);
    }
    expect(planted).toBe(COUNT);
    expect(missed.length / COUNT, missed.slice(0, 5).join('\n')).toBeLessThanOrEqual(1 - WANTED);
  });
});
