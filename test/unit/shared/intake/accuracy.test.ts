import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSource } from '../../../../shared/intake/readers/read';
import { recognise } from '../../../../shared/intake/recognise/recognise';
import { publishedTexts } from './golden';
import { CONTEXT } from './readers/office';

interface Score {
  readonly exactShare: number;
  readonly nearShare: number;
  readonly silentWrongShare: number;
  readonly reviewShare: number;
  readonly lostLines: number;
}

/** File, truth, and the least and most that are promised. */
const PROMISES: readonly (readonly [string, string, Omit<Score, 'reviewShare' | 'lostLines'>])[] = [
  ['seeds/000.txt', 'truth/000.json', { exactShare: 0.95, nearShare: 0.97, silentWrongShare: 0.005 }],
  ['seeds/002.txt', 'truth/002.json', { exactShare: 0.95, nearShare: 0.97, silentWrongShare: 0.005 }],
  ['seeds/003.txt', 'truth/003.json', { exactShare: 0.8, nearShare: 0.88, silentWrongShare: 0.01 }],
  ...['000', '002', '003'].flatMap((name) =>
    (
      [
        ['docx', { exactShare: 0.99, nearShare: 0.995, silentWrongShare: 0 }],
        ['xlsx', { exactShare: 0.99, nearShare: 0.995, silentWrongShare: 0 }],
        ['pdf', { exactShare: 0.97, nearShare: 0.985, silentWrongShare: 0.002 }],
      ] as const
    ).map(([format, least]) => [`samples/${name}.${format}`, `samples/${name}.truth.json`, least] as const),
  ),
];

const published = publishedTexts();

describe.runIf(published)('accuracy on published assessments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  const table: string[] = [];

  it.each(PROMISES)('%s', async (file, truth, promised) => {
    const score = await scoreOf(join(published ?? '', file), join(published ?? '', truth), folder);
    table.push(rowOf(file, score));
    expect(score.exactShare).toBeGreaterThanOrEqual(promised.exactShare);
    expect(score.nearShare).toBeGreaterThanOrEqual(promised.nearShare);
    expect(score.silentWrongShare).toBeLessThanOrEqual(promised.silentWrongShare);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
    console.log(['source              exact   near    silent  review  lost', ...table].join('\n'));
  });
});

if (!published) it('accuracy on published assessments: skipped, ../shared is not there', () => undefined);

async function scoreOf(file: string, truth: string, folder: string): Promise<Score> {
  const reading = await readSource(new Uint8Array(readFileSync(file)), file, CONTEXT);
  if (!reading.ok) throw new Error(reading.error.code);
  const { items, leftover } = recognise(reading.document);
  const made = join(folder, 'import.json');
  writeFileSync(made, JSON.stringify({ items, leftover }));
  const tool = join(published ?? '', 'tools/score.mjs');
  return JSON.parse(execFileSync(process.execPath, [tool, made, truth], { encoding: 'utf8' })) as Score;
}

function rowOf(file: string, score: Score): string {
  const shares = [score.exactShare, score.nearShare, score.silentWrongShare, score.reviewShare];
  return (
    file.padEnd(20) + shares.map((share) => share.toFixed(4).padEnd(8)).join('') + String(score.lostLines)
  );
}
