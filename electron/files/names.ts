import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';

/** Longest name of a file in bytes (ext4, NTFS counts 255 UTF-16 units: this is the stricter one). */
const MAX_NAME_BYTES = 255;

export const EXTENSION = '.hyoka';

/** `01_国保_全項目.hyoka` → `01_国保_全項目` */
export function titleOf(path: string): string {
  const extension = extname(path);
  return basename(path, extension.toLowerCase() === EXTENSION ? extension : '');
}

/** The lock stands beside the document under its name; under a digest of it where that would be too long. */
export function lockPathOf(path: string): string {
  const name = `${basename(path)}.lock`;
  const fits = Buffer.byteLength(name) <= MAX_NAME_BYTES;
  return join(dirname(path), fits ? name : `${digestOf(basename(path))}${EXTENSION}.lock`);
}

/** Begins the names of all temporary files of one document, so that those a crash left can be told and removed. */
export function temporaryPrefix(path: string): string {
  return `~${digestOf(basename(path)).slice(0, 8)}-`;
}

/** Sixteen letters that stand for a name or path as it is spelled: two spellings may be two files. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
