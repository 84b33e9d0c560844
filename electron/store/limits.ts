import type { FileSystem } from '../machine/fileSystem';
import { MAX_FILE_BYTES } from '../database/format';
import { watchThisProcess, type ProcessLimits } from '../processes/watch';
import type { Expecting } from './serve';

/** Runtime, SQLite and the text of the largest assessment (bytes). */
const BASE_MEMORY = 500 * 1024 ** 2;

/** The open database, one copy that is read or written, and what growing it takes for a moment: at most 3.5 times the file. */
const MEMORY_PER_BYTE = 3.5;

/** The longest time (ms) that work on a small file may take without a pause, on a slow PC. */
const BASE_SILENCE = 15_000;

/** How much longer each byte may take (ms): checking and hashing 20 MB/s. */
const SILENCE_PER_BYTE = 1 / 20_000;

/** What work on a document of this size (bytes) may take. A slow share may need any time in all. */
export function limitsFor(size: number): ProcessLimits {
  return {
    silence: BASE_SILENCE + size * SILENCE_PER_BYTE,
    total: Infinity,
    memory: BASE_MEMORY + size * MEMORY_PER_BYTE,
  };
}

/** How often a process shows that it is not stuck in one calculation (ms). */
const HEARTBEAT = 500;

/**
 * Watches this process and keeps its limits in step with the documents it works on. Waiting for a slow disk is no silence: only
 * one calculation without end is.
 */
export async function watchDocuments(files: FileSystem, limits = limitsFor): Promise<Expecting> {
  let size = 0;
  let watch = await watchThisProcess(limits(size));
  setInterval(() => watch.report(), HEARTBEAT).unref();
  const bytes = async (count: number) => {
    size += count;
    watch = await watchThisProcess(limits(size));
  };
  return {
    bytes,
    async file(path) {
      const status = await files.status(path).catch(() => undefined);
      size = 0;
      await bytes(Math.min(status?.size ?? 0, MAX_FILE_BYTES));
    },
  };
}
