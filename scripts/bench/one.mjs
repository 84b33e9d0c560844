// Runs one file of test/bench and prints its report as one line of JSON.
import { runnerImport } from 'vite';

/** @typedef {{ bench: { area: string, run: () => Promise<unknown[]>, table?: () => Promise<string[]> } }} BenchModule */

const { module } = await runnerImport(process.argv[2] ?? '', { configFile: false, logLevel: 'error' });
const { bench } = /** @type {BenchModule} */ (module);
const rows = await bench.run();
const peakMb = process.resourceUsage().maxRSS / 1024;
const table = (await bench.table?.()) ?? [];
console.log(JSON.stringify({ area: bench.area, rows, peakMb, table }));
process.exit(0);
