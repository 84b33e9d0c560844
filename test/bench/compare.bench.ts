import { measure } from './compare';
import type { Bench } from './frame';

export const bench: Bench = {
  area: 'compare',
  run: () => {
    const { compare, texts, plain } = measure();
    return Promise.resolve([
      { name: 'compare two 様式4 of 150,000 characters', ms: compare },
      { name: 'word diffs of every changed text', ms: texts, baseline: { name: 'plain jsdiff', ms: plain } },
    ]);
  },
};
