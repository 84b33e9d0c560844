import { expect, test } from 'vitest';
import { finishPdf } from '../../../../../shared/publish/pdf/finish';
import { inLatin1, objectOf, parsePdf } from '../../../../../shared/publish/pdf/parse';

const OBJECTS = [
  '1 0 obj\n<</Title <FEFF6E7E>\n/Creator (Agent \\(X11\\))\n/Producer (Engine)>>\nendobj\n',
  '2 0 obj\n<</Type /Pages\n/Kids []\n/Count 0>>\nendobj\n',
  '3 0 obj\n<</Type /Catalog\n/Pages 2 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n/Lang (ja)>>\nendobj\n',
];

/** As the engine lays out its files. */
function engineFile(more: readonly string[] = []): string {
  let body = '%PDF-1.4\n';
  const offsets = [...OBJECTS, ...more].map((object) => {
    const at = body.length;
    body += object;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${body}xref\n0 ${String(offsets.length + 1)}\n0000000000 65535 f \n${entries}trailer\n<</Size ${String(offsets.length + 1)}\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n${String(body.length)}\n%%EOF\n`;
}

const properties = { author: '湊市長', subject: '全項目評価書', creator: '工房' };
const textOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

test('labels of pages, author, subject and program are added, every object is found at its place', () => {
  const finished = finishPdf(inLatin1(engineFile()), properties);
  const parsed = parsePdf(finished);
  const objects = [1, 2, 3].map((number) => parsed && objectOf(finished, parsed, number)?.text);
  expect(objects[0]).toContain('/Author <FEFF6E4A5E029577>');
  expect(objects[0]).toContain('/Creator <FEFF5DE5623F>');
  expect(objects[0]).toContain('/Title <FEFF6E7E>');
  expect(objects[1]).toBe(OBJECTS[1]);
  expect(objects[2]).toContain('/PageLabels <</Nums [0 <</S /D>>]>>');
  expect(objects[2]).toContain('/ViewerPreferences <</DisplayDocTitle true>>');
  expect(textOf(finished)).not.toContain('Agent');
});

test('finishing twice changes nothing', () => {
  const once = finishPdf(inLatin1(engineFile()), properties);
  expect(finishPdf(once, properties)).toBe(once);
});

test('a blank author is no entry', () => {
  const finished = finishPdf(inLatin1(engineFile()), { ...properties, author: '' });
  expect(textOf(finished)).not.toContain('/Author');
});

test.each([
  ['no PDF', 'text'],
  ['references as a stream', engineFile().replace('xref\n0 4', '9 0 obj\n')],
  ['an updated file', engineFile().replace('/Info', '/Prev 12\n/Info')],
  ['a broken table', engineFile().replace(' 00000 n', ' 00001 n')],
])('%s stays as it is', (_, text) => {
  const bytes = inLatin1(text);
  expect(finishPdf(bytes, properties)).toBe(bytes);
});

/** The text of a cell on two pages, in the tags of a table from object 4 on. */
const tagged = (row: string) => [
  '4 0 obj\n<</Type /StructElem\n/S /Table\n/P 3 0 R\n/K [5 0 R]>>\nendobj\n',
  '5 0 obj\n<</Type /StructElem\n/S /NonStruct\n/P 4 0 R\n/K [6 0 R]>>\nendobj\n',
  `6 0 obj\n<</Type /StructElem\n/S /TR\n/P ${row} 0 R\n/K [7 0 R]>>\nendobj\n`,
  '7 0 obj\n<</Type /StructElem\n/S /TH\n/P 6 0 R\n/K [8 0 R]>>\nendobj\n',
  `8 0 obj\n<</Type /StructElem\n/S /P\n/P 7 0 R\n/K [${ON_PAGE_9} ${MORE_ON_PAGE_9} ${ON_PAGE_10}]>>\nendobj\n`,
];
const ON_PAGE_9 = '<</Type /MCR\n/Pg 9 0 R\n/MCID 4>>';
const MORE_ON_PAGE_9 = '<</Type /MCR\n/Pg 9 0 R\n/MCID 5>>';
const ON_PAGE_10 = '<</Type /MCR\n/Pg 10 0 R\n/MCID 0>>';

test('the head of a table that is printed again on the next page is tagged once', () => {
  const finished = textOf(finishPdf(inLatin1(engineFile(tagged('5'))), properties));
  expect(finished).toContain(`${ON_PAGE_9} ${MORE_ON_PAGE_9}`);
  expect(finished).not.toContain(ON_PAGE_10);
});

test('a text that goes on to the next page stays whole', () => {
  const finished = textOf(finishPdf(inLatin1(engineFile(tagged('4'))), properties));
  expect(finished).toContain(`${ON_PAGE_9} ${MORE_ON_PAGE_9} ${ON_PAGE_10}`);
});
