import { describe, expect, it } from 'vitest';
import { runBatch } from '../../simulation/campaign/main';

/** In slices, so that a failure names few stories. */
const SLICE = 100;
const SLICES = 10;

describe('a thousand simulated stories', () => {
  it.each(Array.from({ length: SLICES }, (_, at) => at * SLICE))(
    'nothing is lost, overwritten or undecidable from ci-%i on',
    async (from) => {
      const { failed, stories } = await runBatch('ci', from, from + SLICE);
      expect(
        failed.map(
          ({ seed, kinds, text }) =>
            `npm run simulate -- --replay ${seed} --shrink: ${kinds.join(', ')}: ${text}`,
        ),
      ).toEqual([]);
      expect(stories).toBe(SLICE);
    },
    120_000,
  );
});
