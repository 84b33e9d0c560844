import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import type { HyokaDocument } from '../../../../shared/assessment/document';
import { readExtentOf } from '../../../../shared/compare/readExtent';
import { compareReport } from '../../../../shared/compare/report';
import { importedDocument } from '../../../../shared/intake/imported';
import { readText } from '../../../../shared/intake/readers/text';
import { recognise } from '../../../../shared/intake/recognise/recognise';
import { counter } from '../assessment/arbitrary';

const COVER = '特定個人情報保護評価書（重点項目評価書）\n評価書番号\t12\nI 基本情報\n';
const NAME = '①事務の名称\t国民健康保険に関する事務\n';
const CONTENT = '②事務の内容\t被保険者の資格を管理し、保険料を賦課する。\n';

function imported(rows: string): HyokaDocument {
  const recognition = recognise(readText(strToU8(COVER + rows), 'みなも市.txt'));
  return importedDocument(recognition, { newId: counter('i'), documentId: 'd', at: 0 });
}

function compared(before: HyokaDocument, after: HyokaDocument) {
  const read = { before: readExtentOf(before), after: readExtentOf(after) };
  const { differences, rows, unread } = compareReport(before.assessment, after.assessment, {
    sharedHistory: false,
    read,
  });
  const paths = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path);
  return { changed: paths(differences), rows: rows.length, unread: paths(unread) };
}

const [whole, partly, blank] = [imported(NAME + CONTENT), imported(NAME), imported(`${NAME}②事務の内容\t\n`)];

it('an item that a source does not show is no change, in either direction', () => {
  expect(compared(whole, partly)).toEqual({ changed: [], rows: 0, unread: ['I.1.m2'] });
  expect(compared(partly, whole)).toEqual({ changed: [], rows: 0, unread: ['I.1.m2'] });
});

it('an item that a source shows blank is a change', () => {
  expect(compared(blank, whole)).toMatchObject({ changed: ['I.1.m2'], unread: [] });
});

it('a text that may stand in 未割当 is no removal', () => {
  const left = {
    id: 'x',
    where: {},
    text: '被保険者の資格を管理し、\n保険料を賦課する。',
    state: 'open',
  } as const;
  expect(compared(whole, { ...blank, leftover: [left] })).toMatchObject({ changed: [], unread: ['I.1.m2'] });
  const settled = { ...blank, leftover: [{ ...left, state: 'unneeded' as const }] };
  expect(compared(whole, settled as HyokaDocument)).toMatchObject({ changed: ['I.1.m2'], unread: [] });
});

it('a document that was written in this program was read whole', () => {
  const { source: _none, ...own } = blank;
  expect(readExtentOf(own)).toBeUndefined();
  expect(compared(whole, own)).toMatchObject({ changed: ['I.1.m2'], unread: [] });
});
