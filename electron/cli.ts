import { runCli } from './cli/run';

// Whoever reads the output may stop reading (`| head`).
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCli(process.argv.slice(2));
