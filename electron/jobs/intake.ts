import { readSourceFile, type SourceRead } from '../intake/read';
import type { ReadInput } from '../intake/readInProcess';
import type { JobTools } from './kind';

/** Reads and recognises a source; progress counts its pages. */
export function intake({ path, form }: ReadInput, { progress, signal }: JobTools): Promise<SourceRead> {
  progress('intake', 0, null);
  return readSourceFile(path, {
    onProgress: ({ done, total }) => progress('intake', done, total),
    isCancelled: () => signal.aborted,
    ...(form ? { form } : {}),
  });
}
