import { app } from 'electron';
import { startProgram } from './program';
import { runCommandLine } from './cli/in-electron';

if (process.argv.includes('--cli')) void runCommandLine();
else startProgram();

process.on('uncaughtException', () => app.exit(70));
