import fc from 'fast-check';
import type { DocumentChange } from '../../../shared/assessment/document';

const author = { name: '佐藤', department: '', pc: 'PC-1' };

const comment = fc
  .record({ id: fc.uuid(), text: fc.string({ minLength: 1 }) })
  .map(({ id, text }): DocumentChange => ({ kind: 'comment', comment: { id, text, at: 1, author } }));

const attach = fc.uint8Array({ maxLength: 400 }).map((bytes): DocumentChange => ({
  kind: 'attach',
  file: { hash: String(bytes.length), mime: 'image/png', name: '図', bytes: Uint8Array.from(bytes) },
}));

/** What may be in a file of the simulator. */
export const codecCases = fc.record({
  changes: fc.array(fc.oneof(comment, attach), { maxLength: 5 }),
  save: fc.stringMatching(/^[0-9a-f]{16}$/),
});
