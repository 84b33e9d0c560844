// Measures every area of test/bench in a process of its own: medians, ratios against a baseline in the same run, and
// peak memory. Arguments choose areas by the start of their file name.
import { readdir } from 'node:fs/promises';
import { withVirtualDisplay } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';
import { ensureSystem, toDisplay, toStart } from './setup/system.mjs';

/** @typedef {{ ms?: number, ratio?: number, peakMb?: number }} Limit */
/** @typedef {{ name: string, ms: number, peakMb?: number, baseline?: { name: string, ms: number }, limit?: Limit }} Row */
/** @typedef {{ area: string, rows: Row[], peakMb: number, table: string[] }} Report */

await runMain(async () => {
  await ensureDependencies();
  await ensureSystem([...toStart, ...toDisplay]);
  await ensureBuild();
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime();
  const files = await benchFiles();
  const results = await withVirtualDisplay(async (display) => {
    const ok = [];
    for (const file of files) ok.push(await measure(file, { HYOKA_RUNTIME: runtime.path, ...display }));
    return ok;
  });
  return results.every(Boolean) ? 0 : 1;
});

async function benchFiles() {
  const wanted = process.argv.slice(2);
  const all = (await readdir(fromRoot('test/bench'))).filter((name) => name.endsWith('.bench.ts')).sort();
  return all.filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
}

/** @param {string} file @param {NodeJS.ProcessEnv} env */
async function measure(file, env) {
  say(`measuring ${file.replace('.bench.ts', '')}`);
  const one = fromRoot('scripts/bench/one.mjs');
  const { code, output } = await run(process.execPath, [one, fromRoot('test/bench', file)], {
    quiet: true,
    env,
  });
  const line = output.split('\n').find((text) => text.startsWith('{"area"'));
  if (code !== 0 || line === undefined) {
    console.log(`  failed:\n${output.trimEnd()}`);
    return false;
  }
  const report = /** @type {Report} */ (JSON.parse(line));
  show(report);
  return report.rows.every(isWithin);
}

/** @param {Row} row */
function isWithin({ ms, peakMb = 0, baseline, limit }) {
  const { ms: longest = Infinity, ratio = Infinity, peakMb: most = Infinity } = limit ?? {};
  return ms <= longest && ms <= ratio * (baseline?.ms ?? Infinity) && peakMb <= most;
}

/** @param {Report} report */
function show({ rows, peakMb: ownPeakMb, table }) {
  for (const row of rows) {
    const { name, ms, peakMb, baseline } = row;
    const against = baseline
      ? ` | ${baseline.name} ${round(baseline.ms)} ms | ratio ${(ms / baseline.ms).toFixed(2)}`
      : '';
    const memory = peakMb === undefined ? '' : ` | peak memory ${peakMb.toFixed(0)} MB`;
    console.log(`  ${name}: ${round(ms)} ms${against}${memory}${limitOf(row)}`);
  }
  console.log(`  peak memory of this process: ${ownPeakMb.toFixed(0)} MB`);
  for (const line of table) console.log(`  ${line}`);
}

/** @param {Row} row */
function limitOf(row) {
  const { ms, ratio, peakMb } = row.limit ?? {};
  const limits = [
    ms === undefined ? [] : [`${ms} ms`],
    ratio === undefined ? [] : [`ratio ${ratio}`],
    peakMb === undefined ? [] : [`${peakMb.toFixed(0)} MB`],
  ].flat();
  if (limits.length === 0) return '';
  return ` | limit ${limits.join(', ')}${isWithin(row) ? '' : ' EXCEEDED'}`;
}

/** @param {number} ms */
function round(ms) {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}
