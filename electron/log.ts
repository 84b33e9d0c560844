import log from 'electron-log/main';
import type { CommandError } from '../shared/commands/result';

/** Starts the log file. It names operations and kinds of errors, never text of a document or a file name. */
export function startLog(): void {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1_000_000;
}

/** Path of the log file. */
export const logFile = (): string => log.transports.file.getFile().path;

/** Notes that an operation failed. */
export function logError(operation: string, error: CommandError): void {
  const detail = error.code === 'unexpected' ? ` (${error.params.detail ?? ''})` : '';
  log.error(`${operation}: ${error.code}${detail}`);
}

/** Notes something that happened. The text must not come from a document. */
export function logInfo(text: string): void {
  log.info(text);
}
