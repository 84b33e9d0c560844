import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** @typedef {{ name: string, method: number, size: number, offset: number, mode: number }} Entry */

/**
 * Unpacks a ZIP with file modes and symbolic links, without any installed program.
 * @param {string} zip path of the archive
 * @param {string} target folder to fill
 * @param {(name: string) => string | null} rename new name of an entry, or null to leave it out
 */
export async function unzip(zip, target, rename) {
  const file = await open(zip);
  try {
    for (const entry of await readDirectory(file)) {
      const name = rename(entry.name);
      if (name !== null) await extract(file, entry, inside(target, name));
    }
  } finally {
    await file.close();
  }
}

/** @param {string} target @param {string} name */
function inside(target, name) {
  const path = resolve(target, name);
  if (!path.startsWith(resolve(target) + sep)) throw new Error(`unsafe name in archive: ${name}`);
  return path;
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tailLength = Math.min(size, 65_557);
  const tail = await readAt(file, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('not a ZIP archive');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  return parseDirectory(directory, tail.readUInt16LE(end + 10));
}

/** @param {Buffer} directory @param {number} count */
function parseDirectory(directory, count) {
  const entries = /** @type {Entry[]} */ ([]);
  for (let at = 0; entries.length < count;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      mode: directory.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {string} path */
async function makeFolder(path) {
  await mkdir(path, { recursive: true });
}

/** @param {import('node:fs/promises').FileHandle} file @param {Entry} entry @param {string} path */
async function extract(file, entry, path) {
  if (entry.name.endsWith('/')) return makeFolder(path);
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readAt(file, start, entry.size);
  const bytes = entry.method === 0 ? packed : await inflate(packed);
  await mkdir(dirname(path), { recursive: true });
  const isLink = (entry.mode & 0o170000) === 0o120000;
  if (isLink) await symlink(bytes.toString('utf8'), path);
  else await writeFile(path, bytes, { mode: entry.mode & 0o777 || 0o644 });
}
