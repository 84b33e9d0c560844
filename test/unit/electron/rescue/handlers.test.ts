import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlCodec, sqlite } from '../../../../electron/database/format';
import type { CommandContext } from '../../../../electron/commands/context';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import { rescueHandlers } from '../../../../electron/rescue/handlers';
import { localFileTasks } from '../../../../electron/store/localFileTasks';
import type { Machine } from '../../../../electron/machine/machine';
import { startService, temporaryFolder, type, writer } from '../documents/harness';

const codec = sqlCodec(await sqlite());
const context = {} as CommandContext;

/** A file with one item, every place of which has a wrong bit, in a folder without backups; and the handlers. */
async function damagedFile(machine: (folder: string) => Machine = () => realMachine) {
  const root = temporaryFolder();
  const folder = join(root, '受け取ったもの');
  mkdirSync(folder);
  const { service } = await startService(root, { machine: machine(folder) });
  const view = await service.begin('form3', undefined, '国民健康保険に関する事務');
  await type(service, view, '後期高齢者医療に関する事務');
  await service.close(view.session);
  const bytes = readFileSync(view.path);
  for (let at = bytes.indexOf('後期高齢'); at >= 0; at = bytes.indexOf('後期高齢', at + 1))
    bytes[at + 4] = (bytes[at + 4] ?? 0) ^ 1;
  const path = join(folder, '国保.hyoka');
  writeFileSync(path, bytes);
  const handlers = rescueHandlers({
    service,
    tasks: localFileTasks(realFileSystem, codec),
    dependencies: { newId: () => 'n1', machine: realMachine, author: () => writer },
    language: () => 'ja',
  });
  return { root, path, bytes, handlers, service };
}

describe('a damaged file', () => {
  it('is described by counts and by the official wording of what is lost', async () => {
    const { path, handlers } = await damagedFile();
    const report = await handlers['rescue.inspect']?.({ path }, context);
    expect(report?.hasDigests).toBe(true);
    expect(report?.isComplete).toBe(false);
    expect(report?.parts.find(({ part }) => part === 'items')).toMatchObject({ lost: 1 });
    expect(report?.parts.some(({ part }) => part === 'attachments')).toBe(false);
    expect(report?.lostItems).toEqual([expect.stringMatching(/^Ⅰ 基本情報.*①事務の名称$/)]);
  });

  it('becomes a new document beside it that says what is lost, and stays as it is', async () => {
    const { path, bytes, handlers, service } = await damagedFile();
    const view = await handlers['rescue.write']?.({ path }, context);
    expect(view?.path).toBe(join(dirname(path), '国保（復旧）.hyoka'));
    expect(view?.access).toEqual({ kind: 'edit' });
    expect(view?.assessment.values['cover.name']).toBe('国民健康保険に関する事務');
    expect(view?.assessment.values['I.1.m1']).toBeUndefined();
    expect(view?.notices.at(-1)).toMatchObject({ code: 'rescuedPart' });
    expect(view?.comments.at(-1)?.text).toMatch(/国保\.hyoka[\s\S]*失われた項目：.*①事務の名称/);
    expect(readFileSync(path)).toEqual(bytes);
    await service.close(view?.session ?? '');
  });

  it('becomes one in the workspace folder where its own folder takes no file', async () => {
    const closed = (folder: string): Machine => ({
      ...realMachine,
      files: {
        ...realMachine.files,
        open: (path, flags) =>
          path.startsWith(folder) && flags !== 'r'
            ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES', errno: -13 }))
            : realMachine.files.open(path, flags),
      },
    });
    const { root, path, handlers } = await damagedFile(closed);
    const view = await handlers['rescue.write']?.({ path }, context);
    expect(view?.path).toBe(join(root, '評価書', '国保（復旧）.hyoka'));
    expect(view?.assessment.values['cover.name']).toBe('国民健康保険に関する事務');
  });

  it('in which nothing is whole is refused, and no file appears', async () => {
    const { path, handlers, service } = await damagedFile();
    writeFileSync(path, new Uint8Array(20_000));
    await expect(handlers['rescue.write']?.({ path }, context)).rejects.toMatchObject({
      code: 'rescueNothing',
    });
    expect(service.sessions).toEqual([]);
  });
});
