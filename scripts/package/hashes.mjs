import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The list of hashes itself, and notes of electron-builder that say nothing about the product. */
const UNLISTED = /^(?:SHA256SUMS\.txt|builder-.*\.ya?ml)$/;

/**
 * Writes SHA256SUMS.txt: every file below the folder with its hash, in the format of sha256sum.
 * @param {string} folder
 */
export async function writeHashes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !UNLISTED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const lines = [];
  for (const file of files)
    lines.push(`${await sha256(file)}  ${relative(folder, file).replaceAll('\\', '/')}\n`);
  await writeFile(join(folder, 'SHA256SUMS.txt'), lines.join(''));
}

/**
 * Of a file of any size, in hexadecimal digits.
 * @param {string} file
 */
export async function sha256(file) {
  const hash = createHash('sha256').setEncoding('hex');
  await pipeline(createReadStream(file), hash);
  return String(hash.read());
}
