import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatesOfFile } from '../../../../electron/checks/gatesOfFile';
import { neighboursOf } from '../../../../electron/checks/neighbours';
import { encodeDocument, sqlite } from '../../../../electron/database/format';
import { documentOf as wholeDocument } from '../../../../shared/assessment/document';
import type { FormId } from '../../../../shared/forms/types';
import { documentOf } from '../../shared/checks/caseInput';
import { temporaryFolder } from '../documents/harness';

const sql = await sqlite();

function put(folder: string, file: string, form: FormId, values: Readonly<Record<string, string>>) {
  const assessment = documentOf(form, values);
  const path = join(folder, file);
  writeFileSync(path, encodeDocument(sql, wholeDocument(assessment, file, 1), { save: 's', program: '0' }));
  return { path, assessment };
}

const cover = (number: string, agency = 'みなも市長') => ({
  'cover.number': number,
  'cover.agency': agency,
  'cover.name': '国民健康保険に関する事務',
});

test('the partner has the same number and agency and the other form; other agencies are no neighbours', async () => {
  const folder = temporaryFolder();
  const own = put(folder, '全項目.hyoka', 'form4', cover('7'));
  put(folder, '基礎.hyoka', 'form2', cover('7'));
  put(folder, '別の事務.hyoka', 'form2', cover('8'));
  put(folder, '他市.hyoka', 'form2', cover('7', 'いずみ町長'));
  writeFileSync(join(folder, 'こわれた.hyoka'), 'x');
  const { partner, others, isPartial } = await neighboursOf(own);
  expect(partner?.title).toBe('基礎.hyoka');
  expect(others.map(({ title }) => title).sort()).toEqual(['別の事務.hyoka', '基礎.hyoka'].sort());
  expect(isPartial).toBe(false);
});

test('提出前チェック of a file says which lines stop', async () => {
  const { path } = put(temporaryFolder(), '全項目.hyoka', 'form4', {
    ...cover('7'),
    'I.1.m2': '平成33年4月1日に行う。',
  });
  const gates = await gatesOfFile({ path, purpose: 'publication' });
  const stopping = gates.filter(({ state }) => state === 'stop').map(({ id }) => id);
  expect(stopping).toEqual(expect.arrayContaining(['errors', 'publishDate']));
});
