import { runCommandLine } from './cli/in-electron';
import { startProgram } from './program';
import { stopOnFatalErrors } from './window/stop';

if (process.argv.includes('--cli')) {
  void runCommandLine();
} else {
  stopOnFatalErrors();
  startProgram();
}
