import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, type Bench, type Row } from './frame';
import { peakOf } from './processes';

const PUBLISHED = '../shared/seeds/000.txt';
const FICTIONAL = 'test/fixtures/intake/minamo-waterside.txt';
const RUNS = 3;

/** The main job on the command line, each step a program of its own from its start to its end, with peak memory. */
export const bench: Bench = {
  area: 'cli',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-bench-'));
    const at = (name: string) => join(folder, name);
    const source = existsSync(PUBLISHED) ? PUBLISHED : FICTIONAL;
    try {
      return [
        await step('start and end, nothing done', ['--help']),
        await step(`import ${source}`, ['import', source, '-o', at('a.hyoka')], at('a.hyoka')),
        await step('export as docx', ['export', at('a.hyoka'), '-o', at('a.docx')], at('a.docx')),
        await step('export as xlsx', ['export', at('a.hyoka'), '-o', at('a.xlsx')], at('a.xlsx')),
        await step('export as pdf', ['export', at('a.hyoka'), '-o', at('a.pdf')], at('a.pdf')),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Runs one step several times; what it writes is removed between the runs. */
async function step(name: string, args: readonly string[], writes?: string): Promise<Row> {
  const times: number[] = [];
  let peakMb = 0;
  for (let run = 0; run < RUNS; run += 1) {
    if (writes !== undefined) await rm(writes, { force: true });
    const start = performance.now();
    peakMb = Math.max(peakMb, await peakOf(process.execPath, [resolve('scripts/hyoka.mjs'), ...args]));
    times.push(performance.now() - start);
  }
  return { name, ms: median(times), peakMb };
}
