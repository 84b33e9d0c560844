import { app, dialog } from 'electron';
import { toCommandError } from '../../shared/commands/failure';
import { shellText, type Language } from '../locale';
import { logError, logFile } from '../log';
import { readSettings } from '../settings/store';

/** An error nobody foresaw in the shell itself: it is noted and told, and the program ends; documents are on disk. */
export function stopOnFatalErrors(): void {
  process.on('uncaughtException', stopProgram);
  process.on('unhandledRejection', (reason) => logError('unhandled rejection', toCommandError(reason)));
}

/** Says that the program cannot go on, and ends it. */
export function stopProgram(thrown: unknown): void {
  logError('the program stopped', toCommandError(thrown));
  const language = languageOrDefault();
  const detail = shellText(language, 'stop.detail', { log: logFile() });
  dialog.showErrorBox(shellText(language, 'stop.message'), detail);
  app.exit(70);
}

/** Even the settings may be what failed. */
function languageOrDefault(): Language {
  try {
    return readSettings().language;
  } catch {
    return 'ja';
  }
}
