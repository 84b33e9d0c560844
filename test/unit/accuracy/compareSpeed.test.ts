import { expect, it } from 'vitest';
import { measure } from '../../bench/compare';

/** Times of a busy machine vary: the law is measured by the bench, this only notices a great slip. */
it('compares two large assessments without a noticeable wait', { timeout: 60_000 }, () => {
  const { compare, texts, plain } = measure();
  console.info(
    `compare ${compare.toFixed(1)} ms, words ${texts.toFixed(1)} ms, plain jsdiff ${plain.toFixed(1)} ms`,
  );
  expect(compare + texts).toBeLessThan(450);
});
