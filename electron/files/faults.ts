import { constants } from 'node:os';
import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { FORMAT_VERSION, type FormatFault } from '../database/format';

/** What the disk says, by the code of the system error; the rest is `fileFailed` with the code in it. */
const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'fileNotFound',
  ENOTDIR: 'fileNotFound',
  EISDIR: 'fileIsFolder',
  EACCES: 'fileNoPermission',
  EPERM: 'fileNoPermission',
  EROFS: 'folderReadOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'fileTooLargeForDisk',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  ENAMETOOLONG: 'pathTooLong',
  ENETUNREACH: 'folderUnreachable',
  EHOSTDOWN: 'folderUnreachable',
  EHOSTUNREACH: 'folderUnreachable',
  ETIMEDOUT: 'folderUnreachable',
  ENODEV: 'folderUnreachable',
  EIO: 'folderUnreachable',
  ESTALE: 'folderUnreachable',
};

/** The code of a system error (`ENOSPC`), or undefined for anything else. */
export function systemCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')) return undefined;
  return nameOf('errno' in thrown ? thrown.errno : undefined) ?? thrown.code;
}

/** Node calls some errors only "Unknown system error -122": their numbers have names all the same. */
function nameOf(errno: unknown): string | undefined {
  return UNNAMED.find((name) => typeof errno === 'number' && NUMBERS[name] === -errno);
}

const UNNAMED = ['EDQUOT', 'ESTALE'] as const;
const NUMBERS: Readonly<Partial<Record<(typeof UNNAMED)[number], number>>> = constants.errno;

/** What a person is told when a file could not be read or written. A `Failure` stays as it is. */
export function fileFailure(thrown: unknown, path: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const code = systemCode(thrown) ?? '';
  const place = { name: basename(path), folder: dirname(path) };
  return new Failure(codes[code] ?? 'fileFailed', { ...place, detail: code });
}

const formatCodes = {
  empty: 'fileEmpty',
  tooLarge: 'fileTooLarge',
  foreign: 'fileForeign',
  newer: 'fileNewer',
  unknownEdition: 'fileUnknownEdition',
  truncated: 'fileTruncated',
  corrupt: 'fileCorrupt',
} as const satisfies Record<FormatFault['kind'], ErrorCode>;

/** Why a file is not opened as a document. */
export function formatFailure(fault: FormatFault, path: string): Failure {
  const place = { name: basename(path), folder: dirname(path) };
  const newer = fault.kind === 'newer' ? { version: fault.version, known: FORMAT_VERSION } : {};
  const edition = fault.kind === 'unknownEdition' ? { edition: fault.edition } : {};
  return new Failure(formatCodes[fault.kind], { ...place, ...newer, ...edition });
}

/** A file that is gone or cannot be read as a document: perhaps a journal knows more. */
export const DAMAGED: readonly ErrorCode[] = [
  'fileNotFound',
  'fileEmpty',
  'fileTruncated',
  'fileCorrupt',
  'fileForeign',
];
