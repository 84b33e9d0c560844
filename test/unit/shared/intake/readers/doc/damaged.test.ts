import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDoc } from '../../../../../../shared/intake/readers/doc/read';
import { Refusal } from '../../../../../../shared/intake/readers/reading';
import { compoundOf } from '../compound/compoundFile';
import { mutated } from '../mutation';
import { CONTEXT, shape } from '../office';
import { docOf, streamsOf } from './docFile';
import { EVERYTHING } from './everything';

/** FUZZ=20 for a long run. */
const RUNS = 150 * Number(process.env.FUZZ ?? 1);

/** Nothing but a refusal is ever thrown: whatever else a caller would make of it is an accident. */
function expectRead(bytes: Uint8Array): void {
  try {
    readDoc(bytes, 'a.doc', CONTEXT);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}

it('the whole document is read', () => {
  const document = readDoc(docOf(EVERYTHING), 'a.doc', CONTEXT);
  expect(shape(document)).toEqual([
    { header: '様式３' },
    { heading: '（別添１）業務全体図' },
    { image: 64 },
    { textbox: '住民' },
    '①事務の名称',
    '③narrow',
    '☑有',
    '新',
    { comment: '裏' },
    '☑紙',
    [['①\n②', ''], ['使用者数']],
    '結び',
    { textbox: '窓口' },
    { footnote: '注' },
    { comment: '要確認' },
    { footer: '1 / 25' },
  ]);
});

it.each(Object.keys(streamsOf(EVERYTHING)))(
  'damage in the stream %s is no accident',
  { timeout: 60_000 },
  (name) => {
    const streams = streamsOf(EVERYTHING);
    fc.assert(
      fc.property(mutated(streams[name] ?? new Uint8Array()), (broken) =>
        expectRead(compoundOf({ ...streams, [name]: broken })),
      ),
      { numRuns: RUNS },
    );
  },
);
