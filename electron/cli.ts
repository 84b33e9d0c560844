import { runCli, standardEdges } from './cli/run';
import { readApart } from './intake/apart';
import { startForkedJob } from './jobs/forked';

// Whoever reads the output may stop reading (`| head`).
process.stdout.on('error', () => process.exit(0));

// A file may take any time and memory to read: not of this process.
const readSource = (path: string) => readApart(path, (input) => startForkedJob('intake', input));

process.exitCode = await runCli(process.argv.slice(2), { ...standardEdges, readSource });
