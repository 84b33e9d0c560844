import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOutputFile } from '../../../../electron/files/output';
import type { Machine } from '../../../../electron/machine/machine';
import { realMachine } from '../../../../electron/machine/real';
import { Failure } from '../../../../shared/commands/failure';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hyokasho-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.from('評価書');

/** A disk whose renames all fail with this code. */
function held(code: string): Machine {
  const rename = () => Promise.reject(Object.assign(new Error(code), { code }));
  return { ...realMachine, files: { ...realMachine.files, rename } };
}

async function codeOf(work: Promise<void>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
}

test('a file is written', async () => {
  const path = join(folder, 'a.pdf');
  await writeOutputFile(realMachine, path, bytes);
  expect(readFileSync(path)).toEqual(bytes);
});

// Windows refuses to replace a file that is open elsewhere with one of these.
test.each(['EBUSY', 'EPERM', 'EACCES'])('%s: who has the file open is asked to close it', async (code) => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, 'old');
  expect(await codeOf(writeOutputFile(held(code), path, bytes))).toBe('outputInUse');
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('a folder that is gone is named; nothing promises to save later', async () => {
  expect(await codeOf(writeOutputFile(realMachine, join(folder, '提出', 'a.pdf'), bytes))).toBe(
    'outputFolderMissing',
  );
});

test('other failures are told as they are', async () => {
  expect(await codeOf(writeOutputFile(held('ENOSPC'), join(folder, 'a.pdf'), bytes))).toBe('diskFull');
});
