import { basename } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { thinHistory } from '../../shared/assessment/thinHistory';
import { Failure } from '../../shared/commands/failure';
import { rescueDocument, type Rescued } from '../database/format';
import { formatFailure } from '../files/faults';
import type { FileSystem } from '../machine/fileSystem';
import { damageReport } from './damageReport';
import type { Codec, Stamp } from '../database/contract';
import type { FileTasks } from './fileTasks';
import { readDamagedBytes } from './readDamaged';
import { readDocumentBytes } from './readFile';
import { writeFlushed } from './writeFlushed';

/** Work on files in this very process, which must be one that is watched, or a test. */
export function localFileTasks(files: FileSystem, codec: Codec): FileTasks {
  const thinned = async ({ path, now }: { readonly path: string; readonly now: number }) => {
    const bytes = await readDocumentBytes(files, path);
    const size = bytes.length;
    const before = wholeDocument(codec, bytes, path);
    return { size, before, after: thinHistory(before, now) };
  };
  return {
    inspect: async ({ path }) => damageReport(await rescued(files, path)),
    async rescue({ path, target, stamp, note }) {
      const { document } = await rescued(files, path);
      const comments = [...document.comments, note];
      return writeFlushed(files, target, encoded(codec, { ...document, comments }, stamp));
    },
    async previewThin(request) {
      const { size, before, after } = await thinned(request);
      return {
        before: before.history.length,
        after: after.history.length,
        bytesBefore: size,
        bytesAfter: after === before ? size : encoded(codec, after, NO_STAMP).length,
      };
    },
    async thin({ target, stamp, ...request }) {
      const { after } = await thinned(request);
      return writeFlushed(files, target, encoded(codec, after, stamp));
    },
  };
}

/** Of bytes that are only counted. */
const NO_STAMP: Stamp = { save: '0000000000000000', program: '' };

async function rescued(files: FileSystem, path: string): Promise<Rescued> {
  const found = rescueDocument(await readDamagedBytes(files, path));
  if (!found) throw new Failure('rescueNothing', { name: basename(path) });
  return found;
}

function wholeDocument(codec: Codec, bytes: Uint8Array, path: string): HyokaDocument {
  const result = codec.open(bytes);
  if (!result.ok) throw formatFailure(result.fault, path);
  try {
    return result.database.whole();
  } finally {
    result.database.close();
  }
}

function encoded(codec: Codec, document: HyokaDocument, stamp: Stamp): Uint8Array {
  const database = codec.create(document);
  try {
    return database.export(stamp);
  } finally {
    database.close();
  }
}
