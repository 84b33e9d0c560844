import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  applyChange,
  documentOf,
  type DocumentChange,
  type HyokaDocument,
} from '../../../../shared/assessment/document';
import type { Author } from '../../../../shared/assessment/history';
import { redoOf, stacksOf, undoOf } from '../../../../shared/assessment/history';
import { PUBLICATIONS, STEPS } from '../../../../shared/assessment/progress';
import type { Assessment } from '../../../../shared/assessment/types';
import { anyAssessment, anyEdit, counter, japaneseText } from './arbitrary';

const anyAuthor: fc.Arbitrary<Author> = fc.record({
  name: fc.constantFrom('佐藤 花子', '鈴木', ''),
  department: fc.constantFrom('国保年金課', '行政管理課'),
  pc: fc.constantFrom('PC-01', 'LG-0042'),
});

const anyTime = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 });
const anyWhere = fc.record(
  { page: fc.nat(99), sheet: japaneseText, line: fc.nat(999) },
  { requiredKeys: [] },
);
const anyId = fc.integer({ min: 1, max: 6 }).map((n) => `t${String(n)}`);
const someText = japaneseText.map((text) => (text === '' ? '理由' : text));
const settled = fc.record({ at: anyTime, author: anyAuthor });

const anyRevision = (assessment: Assessment) =>
  fc.record(
    {
      id: anyId,
      kind: fc.constantFrom(
        'imported' as const,
        'published' as const,
        'submitted' as const,
        'manual' as const,
      ),
      name: japaneseText,
      at: anyTime,
      author: anyAuthor,
      note: japaneseText,
      assessment: fc.constant(assessment),
    },
    { requiredKeys: ['id', 'kind', 'name', 'at', 'author', 'assessment'] },
  );

const anyComment = fc.record(
  {
    id: anyId,
    path: fc.constantFrom('I.1.m1', 'I.7'),
    text: japaneseText,
    at: anyTime,
    author: anyAuthor,
    replyTo: anyId,
    resolved: settled,
  },
  { requiredKeys: ['id', 'text', 'at', 'author'] },
);

/** One of a few files, so that some are attached twice. */
const anyFile = fc
  .record({
    mime: fc.constantFrom('image/png', 'application/pdf'),
    name: japaneseText,
    bytes: fc.nat({ max: 9 }).map((seed) => Uint8Array.from({ length: 4 * seed }, (_, at) => seed + at)),
  })
  .map((file) => ({ ...file, hash: createHash('sha256').update(file.bytes).digest('hex') }));

const anyLeftover = fc.record(
  {
    id: anyId,
    where: anyWhere,
    text: japaneseText,
    state: fc.constantFrom('open' as const, 'placed' as const, 'unneeded' as const),
    path: fc.constant('I.7'),
  },
  { requiredKeys: ['id', 'where', 'text', 'state'] },
);

const anyMark = fc.record(
  {
    path: fc.constantFrom('I.1.m1', 'I.1.m3', 'II[e0].4.items[e2].m3'),
    reason: fc.record(
      { code: fc.constant('noOption'), params: fc.dictionary(fc.constantFrom('a', 'b'), japaneseText) },
      { requiredKeys: ['code'] },
    ),
    where: fc.array(anyWhere, { maxLength: 2 }),
    candidates: fc.array(japaneseText, { maxLength: 2 }),
    recognised: japaneseText,
    settled,
  },
  { requiredKeys: ['path', 'reason', 'where', 'candidates'] },
);

const anyRound = fc.record({
  id: anyId,
  decisions: fc.dictionary(
    anyId,
    fc.record(
      { material: fc.boolean(), ground: anyId, reason: japaneseText },
      { requiredKeys: ['material', 'reason'] },
    ),
  ),
  drafts: fc.dictionary(anyId, fc.record({ date: japaneseText, after: japaneseText }, { requiredKeys: [] })),
  perItem: fc.constantFrom('one' as const, 'each' as const),
  perEntry: fc.constantFrom('items' as const, 'entry' as const),
  effective: japaneseText,
  withOptional: fc.boolean(),
});

const anyAcceptance = fc.record({
  id: anyId,
  rule: fc.constantFrom('placeholder', 'gate:edition'),
  version: fc.integer({ min: 1, max: 3 }),
  path: fc.constantFrom('', 'I.1.m1', 'II[e0].4.items[e2].m3'),
  fingerprint: fc.constantFrom('00ab', '17ff'),
  words: japaneseText,
  reason: someText,
  author: anyAuthor,
  at: fc.integer({ min: 1, max: 1_000 }),
});

const anyDuty = fc.constantFrom('none' as const, 'basic' as const, 'focused' as const, 'full' as const);
const anyCount = fc.integer({ min: 0, max: 1_000_000 });
const anyParts = fc.array(fc.record({ name: japaneseText, count: anyCount }), { maxLength: 3 });

const anyThreshold = fc.record(
  {
    id: anyId,
    people: anyCount,
    peopleParts: anyParts,
    handlers: anyCount,
    handlersParts: anyParts,
    incident: fc.boolean(),
    duty: anyDuty,
    performed: anyDuty,
    peopleCounted: japaneseText,
    plan: fc.record({ publication: fc.constant('2027-03-01') }, { requiredKeys: [] }),
    author: anyAuthor,
    at: fc.integer({ min: 1, max: 1_000 }),
  },
  {
    requiredKeys: [
      'id',
      'people',
      'peopleParts',
      'handlers',
      'handlersParts',
      'incident',
      'duty',
      'performed',
      'author',
      'at',
    ],
  },
);

const anyOverride = fc.record({
  id: anyId,
  purpose: fc.constantFrom('submission' as const, 'publication' as const),
  sentence: someText,
  stopped: fc.array(fc.record({ gate: fc.constantFrom('errors', 'timing'), count: anyCount }), {
    maxLength: 3,
  }),
  author: anyAuthor,
  at: fc.integer({ min: 1, max: 1_000 }),
});

const anyProgress = fc.record(
  {
    id: anyId,
    step: fc.constantFrom(...STEPS),
    day: fc.constantFrom('2024-02-29', '2026-03-31', '2026-12-01'),
    publication: fc.constantFrom(...PUBLICATIONS),
    note: someText,
    author: anyAuthor,
    at: fc.integer({ min: 1, max: 1_000 }),
  },
  { requiredKeys: ['id', 'step', 'day', 'author', 'at'] },
);

const anyJudgement: fc.Arbitrary<DocumentChange> = fc.oneof(
  anyAcceptance.map((acceptance) => ({ kind: 'acceptance' as const, acceptance })),
  anyId.map((id) => ({ kind: 'removeAcceptance' as const, id })),
  anyThreshold.map((threshold) => ({ kind: 'threshold' as const, threshold })),
  anyId.map((id) => ({ kind: 'removeThreshold' as const, id })),
  anyOverride.map((override) => ({ kind: 'override' as const, override })),
  anyProgress.map((record) => ({ kind: 'progress' as const, record })),
  anyId.map((id) => ({ kind: 'removeProgress' as const, id })),
);

/** A change that can happen to this document. */
export function anyChange(document: HyokaDocument, newId: () => string): fc.Arbitrary<DocumentChange> {
  const other: fc.Arbitrary<DocumentChange> = fc.oneof(
    anyComment.map((comment) => ({ kind: 'comment' as const, comment })),
    anyId.map((id) => ({ kind: 'removeComment' as const, id })),
    anyRevision(document.assessment).map((revision) => ({ kind: 'revision' as const, revision })),
    anyId.map((id) => ({ kind: 'removeRevision' as const, id })),
    anyFile.map((file) => ({ kind: 'attach' as const, file })),
    anyLeftover.map((leftover) => ({ kind: 'leftover' as const, leftover })),
    anyMark.map((mark) => ({ kind: 'review' as const, mark })),
    anyRound.map((round) => ({ kind: 'round' as const, round })),
    anyJudgement,
  );
  return fc.oneof({ weight: 2, arbitrary: anyRecord(document, newId) }, { weight: 1, arbitrary: other });
}

function anyRecord(document: HyokaDocument, newId: () => string): fc.Arbitrary<DocumentChange> {
  const stacks = stacksOf(document.history);
  const last = document.history.at(-1);
  const act = fc.constantFrom(undefined, undefined, 'undo' as const, 'redo' as const);
  return fc
    .tuple(act, anyEdit(document.assessment, newId), anyAuthor, fc.integer({ min: 1, max: 4_000 }))
    .map(([wanted, edit, author, rest]): DocumentChange => {
      const step = wanted === 'undo' ? undoOf(stacks) : wanted === 'redo' ? redoOf(stacks) : undefined;
      const record = { seq: (last?.seq ?? 0) + 1, at: (last?.at ?? 1_700_000_000_000) + rest, author };
      return {
        kind: 'edit',
        record: { ...record, edit: step ?? edit, ...(step && wanted ? { act: wanted } : {}) },
      };
    });
}

/** A document grown by random changes. */
export const anyDocument: fc.Arbitrary<HyokaDocument> = fc
  .tuple(anyAssessment, fc.gen(), fc.nat({ max: 20 }))
  .map(([assessment, gen, steps]) => {
    const newId = counter('c');
    let document = documentOf(assessment, 'd-1', 1_700_000_000_000);
    for (let step = 0; step < steps; step++)
      document = applyChange(document, gen(anyChange, document, newId));
    return gen(fc.boolean) ? { ...document, source: anySource } : document;
  });

const anySource = {
  name: '国保 <最終>.docx',
  format: 'docx' as const,
  pages: 12,
  at: 1_700_000_000_000,
  hash: 'a'.repeat(64),
  blocks: [{ where: { page: 1, line: 2 }, text: '評価書\u0000名\ud842' }],
};
