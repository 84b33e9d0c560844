import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlite } from '../../../../electron/database/format';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import { localStoreHost } from '../../../../electron/store/localStore';
import { isSameMark, readMark } from '../../../../electron/files/mark';
import { sqlCodec } from '../../../../electron/database/codec';
import type { Failure } from '../../../../shared/commands/failure';
import { temporaryFolder } from '../documents/harness';
import { storeContract } from './storeContract';

const codec = sqlCodec(await sqlite());

storeContract('a store in this process', () => localStoreHost(realFileSystem, codec));

describe('reading a document', () => {
  it('refuses what cannot be one before reading it', async () => {
    const host = localStoreHost(realFileSystem, codec);
    const root = temporaryFolder();
    const file = (name: string, content: string) => {
      writeFileSync(join(root, name), content);
      return join(root, name);
    };
    const codeOf = (path: string) =>
      host.open(path).then(
        () => undefined,
        (error: unknown) => (error as Failure).code,
      );
    expect(await codeOf(join(root, 'missing.hyoka'))).toBe('fileNotFound');
    expect(await codeOf(file('empty.hyoka', ''))).toBe('fileEmpty');
    expect(await codeOf(file('text.hyoka', 'これは評価書ではありません。'))).toBe('fileForeign');
    mkdirSync(join(root, 'folder.hyoka'));
    expect(await codeOf(join(root, 'folder.hyoka'))).toBe('fileIsFolder');
    const huge = file('huge.hyoka', 'SQLite format 3\0');
    truncateSync(huge, 2 ** 40);
    expect(await codeOf(huge)).toBe('fileTooLarge');
  });

  it('marks a file by its size and first 100 bytes', async () => {
    const path = join(temporaryFolder(), 'a');
    writeFileSync(path, 'x'.repeat(250));
    const mark = await readMark(realFileSystem, path);
    expect(mark).toEqual({
      size: 250,
      head: Buffer.from(readFileSync(path)).subarray(0, 100).toString('hex'),
    });
    expect(isSameMark(mark, { ...mark })).toBe(true);
    expect(isSameMark(mark, { ...mark, size: 251 })).toBe(false);
    expect(isSameMark(mark, { ...mark, head: '' })).toBe(false);
  });
});

describe('a disk that holds no large files', () => {
  /** Writes 100 KB in a process that may write files of 8 KB, as a share with such a limit would let it. */
  const LIMITED = `
    import { runnerImport } from 'vite';
    const load = (path) => runnerImport(path, { configFile: false, logLevel: 'error' });
    const { module } = await load('./electron/store/localStore.ts');
    const { module: real } = await load('./electron/machine/realFileSystem.ts');
    const database = { export: () => new Uint8Array(100_000), close: () => undefined };
    const host = module.localStoreHost(real.realFileSystem, { create: () => database });
    const { code, params } = await host.write({}, process.env.TARGET, {}).catch((error) => error);
    process.stdout.write(JSON.stringify({ code, params }));
  `;

  it.runIf(process.platform === 'linux')(
    'is named as what it is',
    () => {
      const target = join(temporaryFolder(), 'みなも市.hyoka');
      const { stdout } = spawnSync(
        'bash',
        ['-c', 'ulimit -S -f 8; exec "$0" --input-type=module -e "$1"', process.execPath, LIMITED],
        { encoding: 'utf8', env: { ...process.env, TARGET: target } },
      );
      expect(JSON.parse(stdout)).toMatchObject({
        code: 'fileTooLargeForDisk',
        params: { name: 'みなも市.hyoka', detail: 'EFBIG' },
      });
    },
    30_000,
  );
});
