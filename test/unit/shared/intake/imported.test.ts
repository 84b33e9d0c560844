import { describe, expect, it } from 'vitest';
import { importedDocument } from '../../../../shared/intake/imported';
import type { Recognition } from '../../../../shared/intake/result';
import { counter } from '../assessment/arbitrary';

const picture = new Uint8Array([1, 2, 3]);
const ref = { hash: 'a'.repeat(64), mime: 'image/png' as const, name: '図1', width: 2, height: 1, alt: '' };

const recognition: Recognition = {
  source: { name: '国保.docx', format: 'docx', pages: 3 },
  form: 'form3',
  edition: '令和6年10月',
  items: [
    { path: 'I.1.m1', status: 'filled', value: '国民健康保険に関する事務' },
    {
      path: 'I.1.m3',
      status: 'review',
      reason: { code: 'noOption' },
      where: [{ page: 2 }],
      candidates: ['1,000人未満'],
    },
    {
      path: 'II[1].4.items[3].m3',
      status: 'review',
      value: 'みなも情報サービス株式会社',
      reason: { code: 'orderLost' },
    },
    { path: 'II[1].5.provide[2].m1', status: 'review', reason: { code: 'noValue' } },
    { path: 'I.7', status: 'empty' },
    {
      path: 'annex2.rows[1]',
      status: 'filled',
      value: { date: '令和6年4月1日', item: 'Ⅰ', before: '', after: '新', timing: '事後', reason: '' },
    },
  ],
  leftover: [{ where: { page: 3, line: 4 }, text: '回議用 押印欄' }],
  blocks: [{ where: { page: 1 }, text: '重点項目評価書' }],
  images: [{ ref, bytes: picture }],
  notices: [],
};

const original = {
  hash: 'b'.repeat(64),
  mime: 'application/octet-stream',
  name: '国保.docx',
  bytes: new Uint8Array([9]),
};
const edge = { newId: counter('i'), documentId: 'd1', at: 1_000, original };

describe('an imported document', () => {
  const document = importedDocument(recognition, edge);

  it('has the recognised values in their places and keeps a printed number', () => {
    const { values, lists } = document.assessment;
    expect(values['I.1.m1']).toBe('国民健康保険に関する事務');
    const file = lists.files?.[0]?.id ?? '';
    expect(lists[`II[${file}].4.items`]).toEqual([{ id: expect.any(String) as string, number: 3 }]);
    expect(Object.values(values)).toContain('新');
  });

  it('marks what a person must look at, at the item itself', () => {
    const [choice, entrusted] = document.review;
    expect(choice).toEqual({
      path: 'I.1.m3',
      reason: { code: 'noOption' },
      where: [{ page: 2 }],
      candidates: ['1,000人未満'],
    });
    expect(document.assessment.values[entrusted?.path ?? '']).toBe('みなも情報サービス株式会社');
    expect(entrusted?.recognised).toBe('みなも情報サービス株式会社');
  });

  it('has an entry for a mark without any value', () => {
    const file = document.assessment.lists.files?.[0]?.id ?? '';
    const [provided] = document.assessment.lists[`II[${file}].5.provide`] ?? [];
    expect(document.review.at(-1)?.path).toBe(`II[${file}].5.provide[${provided?.id ?? ''}].m1`);
    expect(Object.values(document.assessment.values)).not.toContain('');
  });

  it('keeps everything else: unplaced text, the source as read, the file and its pictures', () => {
    expect(document.leftover).toMatchObject([
      { text: '回議用 押印欄', state: 'open', where: { page: 3, line: 4 } },
    ]);
    expect(document.source).toMatchObject({
      name: '国保.docx',
      format: 'docx',
      pages: 3,
      at: 1_000,
      hash: original.hash,
      blocks: recognition.blocks,
    });
    expect(document.source?.places).toContainEqual({ path: 'I.1.m3', where: [{ page: 2 }] });
    expect(document.attachments.map(({ hash }) => hash)).toEqual([original.hash, ref.hash]);
  });
});
