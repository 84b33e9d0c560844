import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { FileTasks } from './fileTasks';
import { StoreLine, type StoreChild } from './line';

/**
 * Each call has a process made for it: a file that brings its process down takes nothing else with it, and is named in words
 * (`fileTooCostly`).
 */
export function processFileTasks(start: () => StoreChild): FileTasks {
  const run = async <Output>(path: string, work: (line: StoreLine) => Promise<Output>): Promise<Output> => {
    const line = new StoreLine(start());
    try {
      return await work(line);
    } catch (error) {
      throw isGone(error)
        ? new Failure('fileTooCostly', { name: basename(path), folder: dirname(path) })
        : error;
    } finally {
      line.end();
    }
  };
  return {
    inspect: (file) => run(file.path, (line) => line.call('inspect', file)),
    rescue: (request) => run(request.path, (line) => line.call('rescue', request)),
    previewThin: (request) => run(request.path, (line) => line.call('previewThin', request)),
    thin: (request) => run(request.path, (line) => line.call('thin', request)),
  };
}

function isGone(error: unknown): boolean {
  return error instanceof Failure && error.code === 'storeGone';
}
