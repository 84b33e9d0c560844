import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import type { Machine } from '../machine/machine';
import { writeAtomically } from './atomicWrite';

/** A file that is handed out is not saved again by itself: what is said about a document does not hold for it. */
const outputCodes: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  fileIsFolder: 'outputIsFolder',
  folderUnreachable: 'outputFolderMissing',
  fileBusy: 'outputInUse',
  // Where the folder takes new files and this one cannot be replaced, Windows has it open somewhere.
  fileNoPermission: 'outputInUse',
  fileReadOnly: 'outputProtected',
};

/** As `writeAtomically`, for a file that is handed out. Throws a `Failure` that says what to do about it. */
export async function writeOutputFile(machine: Machine, path: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(machine, path, bytes).catch((error: unknown) => {
    throw asOutput(error);
  });
}

/** The failure of a save as it is told of a file that is handed out. */
export function asOutput(error: unknown): unknown {
  const code = error instanceof Failure ? outputCodes[error.code] : undefined;
  return error instanceof Failure && code ? new Failure(code, error.params) : error;
}
