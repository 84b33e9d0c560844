import { expect, it } from 'vitest';
import { exhaust } from '../../simulation/campaign/main';

/** Every so many of the single cuts; all of them are played by `npm run simulate -- --exhaustive`. */
const EVERY = 40;

it('two writers, each cut at some of its calls, lose nothing', async () => {
  const { stories, failed } = await exhaust(() => undefined, { every: EVERY, from: 7, pairs: false });
  expect(failed).toEqual([]);
  expect(stories).toBeGreaterThan(40);
}, 120_000);
