import { runCommandLine } from './cli/in-electron';
import { startProgram } from './program';
import { watchOverProgram } from './window/stop';

if (process.argv.includes('--cli')) {
  void runCommandLine();
} else {
  watchOverProgram();
  startProgram();
}
