import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, insertInto, invert, removeAt, setEdit } from '../../../../shared/assessment/edit';
import {
  itemHistory,
  redoOf,
  stacksOf,
  undoOf,
  withRecord,
  TYPING_PAUSE,
  TYPING_SPAN,
  type Author,
  type EditRecord,
  type History,
  type UndoStacks,
} from '../../../../shared/assessment/history';
import { itemsOfStack } from '../../../../shared/assessment/stack';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { anyAssessment, anyEdit, counter } from './arbitrary';

const writer: Author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const reader: Author = { name: '鈴木', department: '行政管理課', pc: 'PC-02' };

function typing(texts: readonly string[], gap: number, authors: readonly Author[] = [writer]): History {
  return texts.reduce<History>((history, text, at) => {
    const before = at === 0 ? undefined : texts[at - 1];
    const author = authors[at % authors.length] ?? writer;
    return withRecord(history, { seq: at + 1, at: at * gap, author, edit: setEdit('I.1.m1', before, text) });
  }, []);
}

describe('typing', () => {
  it('becomes one step that knows the text before the first and after the last letter', () => {
    const history = typing(['国', '国民', '国民健', '国民健康保険'], 200);
    expect(history).toEqual([
      { seq: 4, at: 600, from: 0, author: writer, edit: setEdit('I.1.m1', undefined, '国民健康保険') },
    ]);
  });

  it('begins a new step after a rest, after half a minute, for another author and another item', () => {
    expect(typing(['a', 'ab'], TYPING_PAUSE)).toHaveLength(1);
    expect(typing(['a', 'ab'], TYPING_PAUSE + 1)).toHaveLength(2);
    const letters = Array.from({ length: 31 + 2 }, (_, at) => 'あ'.repeat(at + 1));
    expect(typing(letters, TYPING_SPAN / 31)).toHaveLength(2);
    expect(typing(['a', 'ab'], 10, [writer, reader])).toHaveLength(2);
    const other: EditRecord = { seq: 9, at: 10, author: writer, edit: setEdit('I.1.m2', undefined, 'b') };
    expect(withRecord(typing(['a'], 10), other)).toHaveLength(2);
  });

  it('never gathers marks, numbers, undo or named edits', () => {
    const mark = (seq: number, before: boolean, after: boolean): EditRecord => ({
      seq,
      at: seq,
      author: writer,
      edit: setEdit('III.4.none', before, after),
    });
    expect(withRecord(withRecord([], mark(1, false, true)), mark(2, true, false))).toHaveLength(2);
    const undo: EditRecord = {
      seq: 9,
      at: 10,
      author: writer,
      act: 'undo',
      edit: setEdit('I.1.m1', 'a', undefined),
    };
    expect(withRecord(typing(['a'], 10), undo)).toHaveLength(2);
    expect(withRecord(withRecord(typing(['a'], 10), undo), { ...undo, act: 'redo' })).toHaveLength(3);
  });

  it('is words only: ticks, pictures and rows of a table are steps of their own', () => {
    const steps = (values: readonly (Value | undefined)[]) =>
      values.slice(1).reduce<History>((history, after, at) => {
        const edit = setEdit('I.2.systems[a].m3', values[at], after);
        return withRecord(history, { seq: at + 1, at: at * 100, author: writer, edit });
      }, []).length;
    const image = (hash: string, alt: string) => ({
      images: [{ hash, alt, name: 'a.png', mime: 'image/png' as const, width: 1, height: 1 }],
    });
    expect(steps([undefined, image('a', ''), image('a', '流'), image('a', '流れ')])).toBe(2);
    expect(steps([undefined, image('a', ''), undefined])).toBe(2);
    const checks = (selected: readonly string[], text: string) => ({ selected, texts: { その他: text } });
    expect(steps([checks([], '庁'), checks(['その他'], '庁'), checks(['その他'], '庁内')])).toBe(2);
    expect(steps([undefined, checks([], '庁'), checks([], '庁内')])).toBe(1);
    expect(steps([undefined, { rows: [['']] }, { rows: [['提']] }, { rows: [['提供']] }])).toBe(2);
  });

  it('in several items at once (the name of a file) becomes one step too', () => {
    const named = (seq: number, before: string | undefined, after: string): EditRecord => ({
      seq,
      at: seq * 100,
      author: writer,
      edit: { kind: 'batch', edits: ['II[a].1', 'III[a].1'].map((path) => setEdit(path, before, after)) },
    });
    const history = [
      named(1, undefined, '国'),
      named(2, '国', '国保'),
      named(3, '国保', '国保台帳'),
    ].reduce<History>(withRecord, []);
    expect(history).toHaveLength(1);
    expect(history[0]?.edit).toEqual(named(3, undefined, '国保台帳').edit);
    const elsewhere = {
      ...named(4, '国保台帳', '国保'),
      edit: { kind: 'batch' as const, edits: [setEdit('II[a].1', '国保台帳', '国保')] },
    };
    expect(withRecord(history, elsewhere)).toHaveLength(2);
  });

  it('that ends where it began is no step of undo', () => {
    const history = typing(['a'], 10);
    const gone: EditRecord = { seq: 2, at: 20, author: writer, edit: setEdit('I.1.m1', 'a', undefined) };
    expect(undoOf(stacksOf(withRecord(history, gone)))).toBeUndefined();
  });
});

/** A random walk of edits, undo and redo; returns every state that a step ended in. */
function walk(start: Assessment, gen: fc.GeneratorValue, acts: readonly ('edit' | 'undo' | 'redo')[]) {
  const newId = counter('w');
  let state = start;
  let history: History = [];
  const add = (record: Omit<EditRecord, 'seq' | 'at' | 'author'>) => {
    const seq = (history.at(-1)?.seq ?? 0) + 1;
    history = withRecord(history, { ...record, seq, at: seq * 10_000, author: writer });
    state = applyEdit(state, record.edit);
  };
  for (const act of acts) {
    const stacks = stacksOf(history);
    const edit =
      act === 'edit' ? gen(anyEdit, state, newId) : act === 'undo' ? undoOf(stacks) : redoOf(stacks);
    if (edit) add(act === 'edit' ? { edit } : { edit, act });
  }
  return { state, history };
}

describe('undo', () => {
  const acts = fc.array(fc.constantFrom('edit' as const, 'edit' as const, 'undo' as const, 'redo' as const), {
    maxLength: 20,
  });

  it('of everything leads back to the beginning, and redo of everything to the end', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), acts, (start, gen, moves) => {
        const { state, history } = walk(start, gen, moves);
        const stacks = stacksOf(history);
        expect(undoneAll(state, stacks)).toEqual(start);
        const undone = itemsOfStack(stacks.undone);
        const forth = undone.reduceRight((now, { edit }) => applyEdit(now, edit), state);
        expect(undone.reduce((now, { edit }) => applyEdit(now, invert(edit)), forth)).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

  it('then an edit leaves nothing to redo', () => {
    const one = typing(['a'], 10);
    const undo: EditRecord = {
      seq: 2,
      at: 20,
      author: writer,
      act: 'undo',
      edit: setEdit('I.1.m1', 'a', undefined),
    };
    const taken = withRecord(one, undo);
    expect(redoOf(stacksOf(taken))).toEqual(setEdit('I.1.m1', undefined, 'a'));
    const next: EditRecord = { seq: 3, at: 30, author: writer, edit: setEdit('I.1.m1', undefined, 'b') };
    expect(redoOf(stacksOf(withRecord(taken, next)))).toBeUndefined();
  });
});

describe('history of one item', () => {
  it('tells who changed what, latest first, also through added and removed entries', () => {
    const entry = { id: 'k1' };
    const path = 'II[f].4.items[k1].name';
    const filled = { values: { [path]: '電算処理' }, lists: {} };
    const start: Assessment = {
      form: 'form3',
      edition: '令和6年10月',
      slots: {},
      lists: { files: [{ id: 'f' }] },
      values: {},
    };
    const added = insertInto('II[f].4.items', 0, entry, filled);
    const changed = setEdit(path, '電算処理', '賦課計算');
    const now = applyEdit(applyEdit(start, added), changed);
    const edits = [added, changed, removeAt(now, 'II[f].4.items', 0)];
    const history = edits.map((edit, at): EditRecord => ({
      seq: at,
      at,
      author: at === 1 ? reader : writer,
      edit,
    }));
    expect(itemHistory(history, path)).toEqual([
      { seq: 2, at: 2, author: writer, before: '賦課計算' },
      { seq: 1, at: 1, author: reader, before: '電算処理', after: '賦課計算' },
      { seq: 0, at: 0, author: writer, after: '電算処理' },
    ]);
    expect(itemHistory(history, 'II[f].1')).toEqual([]);
  });
});

function undoneAll(state: Assessment, { done }: UndoStacks): Assessment {
  return itemsOfStack(done).reduceRight((now, { edit }) => applyEdit(now, invert(edit)), state);
}
