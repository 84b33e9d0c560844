import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KNOWN_BOMBS } from '../../../fuzz/bombs';
import { isFault, run, summaryOf } from '../../../fuzz/campaign';
import { buildJob } from '../../../fuzz/job';
import { ReadingProcess } from '../../../fuzz/readingProcess';
import { OWN_FILES } from '../../../fuzz/seeds';
import { temporaryFolder } from '../documents/harness';

const program = await buildJob();
const reader = new ReadingProcess(program);
afterAll(() => reader.stop());

/** What a person is told: `ended` is told as a file that asks too much. */
const ANSWERS: Readonly<Record<string, string>> = {
  'million-cells.xlsx': 'ended',
  'million-paragraphs.docx': 'ended',
  'forms-within-forms.pdf': 'sourceBomb',
  'brackets.json': 'sourceUnknown',
};

describe('a file that asks for more than any assessment', () => {
  it.each(KNOWN_BOMBS)(
    '$name is answered within half a minute and a gigabyte',
    async ({ name, bytes }) => {
      const path = join(temporaryFolder(), name);
      writeFileSync(path, bytes());
      const answer = await reader.read(path);
      expect(answer).toMatchObject({ code: ANSWERS[name] });
      expect(isFault(answer), JSON.stringify(answer)).toBe(false);
    },
    90_000,
  );
});

describe('mutated files of all formats', () => {
  it('are read or refused by the guarded process (a slice of `npm run fuzz`)', async () => {
    const seed = 20_261_130;
    const runs = await run({ seeds: OWN_FILES, count: 60, seed, program });
    expect(runs).toHaveLength(60);
    expect(runs.filter(isFault), summaryOf(runs, seed).join('\n')).toEqual([]);
    // Neither all refused nor all read: the mutations reach behind the first look at a file.
    expect(new Set(runs.map(({ code }) => code)).size).toBeGreaterThan(2);
  }, 120_000);
});
