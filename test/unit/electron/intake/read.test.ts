import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../shared/commands/failure';
import { readInProcess } from '../../../../electron/intake/readInProcess';
import { isHyokaFile, readSourceFile } from '../../../../electron/intake/read';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { formOf } from '../../../../shared/forms/catalog';
import { publish } from '../../../../shared/publish';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'read',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
}

describe.runIf(process.platform !== 'win32')('what is no ordinary file', () => {
  it('is never waited for: a pipe that nobody writes to', async () => {
    const pipe = join(temporaryFolder(), '評価書.txt');
    execFileSync('mkfifo', [pipe]);
    expect(await isHyokaFile(pipe)).toBe(false);
    expect(await codeOf(readSourceFile(pipe))).toBe('sourceUnknown');
  });

  it('is never read without end: a device', async () => {
    expect(await isHyokaFile('/dev/zero')).toBe(false);
    expect(await codeOf(readSourceFile('/dev/zero'))).toBe('sourceUnknown');
  });

  it('is told as a folder', async () => {
    const folder = join(temporaryFolder(), '評価書.docx');
    mkdirSync(folder);
    expect(await isHyokaFile(folder)).toBe(false);
    expect(await codeOf(readSourceFile(folder))).toBe('fileIsFolder');
  });
});

describe('our own JSON', () => {
  it('is known in UTF-16, too', async () => {
    const path = join(temporaryFolder(), '評価書.json');
    const json = await publish(emptyAssessment(formOf('form2'), counter()), 'json');
    writeFileSync(path, Buffer.from(`\ufeff${Buffer.from(json).toString()}`, 'utf16le'));
    expect((await readSourceFile(path)).recognition.source.format).toBe('json');
  });
});

describe('our own JSON that was changed by hand', () => {
  it('loses nothing: what the form has no place for is 未割当', async () => {
    const json = {
      format: 'hyokasho-kobo/assessment',
      version: 1,
      form: 'form2',
      edition: '令和6年10月',
      slots: {},
      lists: {},
      values: [
        { path: 'I.1.m1', value: '国民健康保険に関する事務' },
        { path: 'I.1.m1', value: '同じ項目の二つ目' },
        { path: 'I.1.m2', value: { selected: ['選択'], texts: {} } },
        { path: 'no.such', value: '行き場のない値' },
        { path: '__proto__', value: '汚染' },
      ],
    };
    const path = join(temporaryFolder(), '評価書.json');
    writeFileSync(path, JSON.stringify(json));
    const { items, leftover } = (await readSourceFile(path)).recognition;
    expect(items).toMatchObject([{ path: 'I.1.m1', value: '国民健康保険に関する事務' }]);
    expect(leftover.map(({ text }) => text.split('\n')[0])).toEqual([
      'I.1.m1',
      'I.1.m2',
      'no.such',
      '__proto__',
    ]);
  });
});

describe('a job of reading', () => {
  it('that ended without an answer is told as a file that is too much', async () => {
    const job = () => Promise.reject(new Failure('jobCrashed'));
    const error: unknown = await readInProcess({ path: '/共有/評価書.pdf' }, job).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'sourceTooHeavy', params: { name: '評価書.pdf' } });
  });

  it('that answers a refusal gives that', async () => {
    const job = () => Promise.reject(new Failure('sourceEncrypted', { name: 'a' }));
    expect(await codeOf(readInProcess({ path: '/共有/評価書.pdf' }, job))).toBe('sourceEncrypted');
  });
});
