// Runs one file of test/bench and prints its report as one line of JSON.
import { runnerImport } from 'vite';

/** @typedef {{ bench: { area: string, run: () => Promise<unknown[]> } }} BenchModule */

const { module } = await runnerImport(process.argv[2] ?? '', { configFile: false, logLevel: 'error' });
const { bench } = /** @type {BenchModule} */ (module);
const rows = await bench.run();
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ area: bench.area, rows, peakMb }));
process.exit(0);
