import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { documentFiles } from '../../../../electron/publish/documentFiles';
import { documentFacts, publishingState } from '../../../../electron/publish/documentFacts';
import { listFolder } from '../../../../electron/publish/folder';
import { emptyAssessment } from '../../../../shared/assessment/create';
import type { Revision, RevisionKind } from '../../../../shared/assessment/document';
import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-folder-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the documents of a folder in the order people count; what is damaged is told, what is none is left out', async () => {
  const quiet = { ...standardDependencies, print: () => undefined, printError: () => undefined };
  for (const name of ['10_国保', '2_住基', 'ひな形'])
    await runCli(['new', '--form', 'form3', '-o', join(folder, `${name}.hyoka`)], quiet);
  await writeFile(join(folder, 'x.hyoka'), 'SQLite format 3\0 damaged');
  await writeFile(join(folder, '~1234-国保.hyoka'), '');
  await writeFile(join(folder, '国保.docx'), '');
  await mkdir(join(folder, '控え'));
  const steps: number[] = [];
  const tools = {
    progress: (_: string, done: number) => void steps.push(done),
    signal: new AbortController().signal,
    factsOf: (path: string) => documentFacts({ path }),
  };
  const documents = await listFolder({ folder, subfolders: false }, tools);
  expect(documents.map(({ path, kind }) => [path.slice(folder.length + 1), kind])).toEqual([
    ['2_住基.hyoka', 'document'],
    ['10_国保.hyoka', 'document'],
    ['x.hyoka', 'unreadable'],
    ['ひな形.hyoka', 'document'],
  ]);
  expect(documents[0]).toMatchObject({ state: 'draft', toCheck: 0, cover: { form: 'form3', name: '' } });
  expect(steps).toEqual([0, 0, 1, 2, 3]);
});

test('the folders below come after the folder itself; kept generations and links are left out, what is closed is told', async () => {
  const quiet = { ...standardDependencies, print: () => undefined, printError: () => undefined };
  const below = ['10_国保課', '2_市民課/控えではない', '2_市民課/控え', '.hidden'];
  for (const name of below) await mkdir(join(folder, name), { recursive: true });
  await symlink(folder, join(folder, '輪'));
  await writeFile(join(folder, '3_文書.hyoka.txt'), '');
  for (const name of ['表', ...below.map((one) => `${one}/中`)])
    await runCli(['new', '--form', 'form2', '-o', join(folder, `${name}.hyoka`)], quiet);
  const found = await documentFiles(folder, { subfolders: true });
  expect(found.map(({ path, within }) => [path.slice(folder.length + 1), within])).toEqual([
    ['表.hyoka', []],
    ['2_市民課/控えではない/中.hyoka', ['2_市民課', '控えではない']],
    ['10_国保課/中.hyoka', ['10_国保課']],
  ]);
  const stopped = { subfolders: true, signal: AbortSignal.abort() };
  await expect(documentFiles(folder, stopped)).rejects.toThrow();
});

test('a folder that is not there is a failure', async () => {
  const factsOf = (path: string) => documentFacts({ path });
  const tools = { progress: () => undefined, signal: new AbortController().signal, factsOf };
  await expect(listFolder({ folder: join(folder, 'ない'), subfolders: true }, tools)).rejects.toMatchObject({
    code: 'fileNotFound',
  });
});

const before = emptyAssessment(formOf('form2'), counter('e'));
const now: Assessment = { ...before, values: { ...before.values, 'cover.name': '予防接種に関する事務' } };
const author = { name: '田代', department: '', pc: '' };

function revision(kind: RevisionKind, assessment = now): Revision {
  return { id: kind, kind, name: kind, at: 0, author, assessment };
}

test.each([
  ['draft', []],
  ['draft', [revision('imported'), revision('manual')]],
  ['submitted', [revision('submitted')]],
  ['draft', [revision('submitted', before)]],
  ['published', [revision('submitted', before), revision('published')]],
  ['changed', [revision('published', before)]],
  ['submitted', [revision('published', before), revision('submitted')]],
])('a document is %s by its revisions', (state, revisions) => {
  expect(publishingState({ assessment: now, revisions })).toBe(state);
});
