import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, documentOf, type HyokaDocument } from '../../../../shared/assessment/document';
import { applyEdit, invert, setEdit } from '../../../../shared/assessment/edit';
import { itemHistory, stacksOf, type EditRecord } from '../../../../shared/assessment/history';
import { FULL_HISTORY_DAYS, thinHistory } from '../../../../shared/assessment/thinHistory';
import { itemsOfStack } from '../../../../shared/assessment/stack';
import type { Assessment } from '../../../../shared/assessment/types';
import { anyDocument } from './arbitraryDocument';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MORNING = Date.UTC(2026, 3, 1, 0);
const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

/** A document whose records lie hours or days apart, and a moment after some of them. */
const anyGrown = fc
  .tuple(
    anyDocument,
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 30, maxLength: 30 }),
    fc.nat({ max: 120 }),
  )
  .map(([document, hours, days]) => {
    let at = MORNING;
    const history = document.history.map((record, step): EditRecord => {
      at += (hours[step % hours.length] ?? 1) * HOUR;
      const { from: _from, ...rest } = record;
      return { ...rest, at };
    });
    return { document: { ...document, revisions: [], history }, now: at - 60 * DAY + days * DAY };
  });

function before(document: HyokaDocument): Assessment {
  return document.history.reduceRight(
    (state, { edit }) => applyEdit(state, invert(edit)),
    document.assessment,
  );
}

describe('thinned history', () => {
  it('leaves everything but the history as it is', () => {
    fc.assert(
      fc.property(anyGrown, ({ document, now }) => {
        const { history: _history, ...rest } = thinHistory(document, now);
        const { history: _all, ...original } = document;
        expect(rest).toEqual(original);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('leads from the same beginning to the same end', () => {
    fc.assert(
      fc.property(anyGrown, ({ document, now }) => {
        const thinned = thinHistory(document, now);
        const end = thinned.history.reduce((state, { edit }) => applyEdit(state, edit), before(document));
        expect(end).toEqual(document.assessment);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('offers to undo and redo only what the whole history offers, in the same order', () => {
    fc.assert(
      fc.property(anyGrown, ({ document, now }) => {
        const all = stacksOf(document.history);
        const some = stacksOf(thinHistory(document, now).history);
        for (const stack of ['done', 'undone'] as const) {
          const offered = itemsOfStack(some[stack]);
          const whole = itemsOfStack(all[stack]);
          expect(whole.slice(whole.length - offered.length)).toEqual(offered);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('keeps every record of the last thirty days', () => {
    fc.assert(
      fc.property(anyGrown, ({ document, now }) => {
        const recent = document.history.filter(({ at }) => at >= now - FULL_HISTORY_DAYS * DAY);
        const { history } = thinHistory(document, now);
        expect(history.slice(history.length - recent.length)).toEqual(recent);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('numbers its records in order, and thinning again changes nothing', () => {
    fc.assert(
      fc.property(anyGrown, ({ document, now }) => {
        const thinned = thinHistory(document, now);
        const numbers = thinned.history.map(({ seq }) => seq);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(thinHistory(thinned, now)).toBe(thinned);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  const typed = (at: number, seq: number, from: string | undefined, to: string): EditRecord => ({
    seq,
    at,
    author,
    edit: setEdit('I.1.m1', from, to),
  });
  const plain = documentOf(
    { form: 'form3', edition: '令和6年10月', slots: {}, values: {}, lists: {} },
    'd',
    1,
  );
  const grown = [
    typed(MORNING, 1, undefined, 'あ'),
    typed(MORNING + HOUR, 2, 'あ', 'ああ'),
    typed(MORNING + 2 * HOUR, 3, 'ああ', 'あああ'),
    typed(MORNING + DAY, 4, 'あああ', 'い'),
  ].reduce((document, record) => applyChange(document, { kind: 'edit', record }), plain);

  it('keeps the first and the last value of an item on each day', () => {
    const { history } = thinHistory(grown, MORNING + 100 * DAY);
    expect(itemHistory(history, 'I.1.m1').map(({ before: from, after }) => [from, after])).toEqual([
      ['あああ', 'い'],
      [undefined, 'あああ'],
    ]);
  });

  it('keeps everything since the latest published revision', () => {
    const revision = {
      id: 'r',
      kind: 'published' as const,
      name: '公表版',
      author,
      assessment: grown.assessment,
    };
    const published = { ...grown, revisions: [{ ...revision, at: MORNING - DAY }] };
    expect(thinHistory(published, MORNING + 100 * DAY)).toBe(published);
  });

  it('is the same document where nothing is old', () => {
    expect(thinHistory(grown, MORNING + 2 * DAY)).toBe(grown);
  });
});
