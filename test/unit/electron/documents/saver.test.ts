import { describe, expect, it } from 'vitest';
import { Saver, SAVE_TIMING } from '../../../../electron/documents/saver';
import type { SaveState } from '../../../../shared/commands/documents';
import { Failure } from '../../../../shared/commands/failure';
import { virtualClock } from '../machine/virtualClock';

const PATH = '/課/評価書.hyoka';
const START = 1_000_000;

interface Writing {
  readonly at: number;
  readonly done: (n: number) => void;
  readonly fails: (error: unknown) => void;
}

/** A saver whose file and journal answer when and what the test says. */
function saverOf({ changed = 0, saved = 0, timing = SAVE_TIMING } = {}) {
  const clock = virtualClock(START);
  const writings: Writing[] = [];
  const states: SaveState[] = [];
  const write = () =>
    new Promise<number>((done, fails: (error: unknown) => void) => {
      writings.push({ at: clock.now() - START, done, fails });
    });
  const edges = { path: PATH, timing, clock, write, emit: (state: SaveState) => states.push(state) };
  const saver = new Saver(edges, { changed, saved });
  const last = () => {
    const writing = writings.at(-1);
    if (!writing) throw new Error('nothing is written');
    return writing;
  };
  return {
    saver,
    clock,
    writings,
    states,
    kinds: () => states.map(({ kind }) => kind),
    times: () => writings.map(({ at }) => at),
    /** The writing that is under way ends with all changes up to `n`. */
    saves: async (n: number) => {
      last().done(n);
      await clock.pass(0);
    },
    fails: async (code = 'ENOSPC') => {
      last().fails(Object.assign(new Error(code), { code }));
      await clock.pass(0);
    },
  };
}

const kept = () => Promise.resolve();
const lost = () => Promise.reject(new Error('no room for the journal'));

/** A promise and what settles it. */
function pending() {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((done, fails) => {
    resolve = done;
    reject = fails;
  });
  return { promise, resolve, reject };
}

describe('when a document is written', () => {
  it('is never, as long as nothing was changed', async () => {
    const { saver, clock, writings, states } = saverOf({ changed: 3, saved: 3 });
    await clock.pass(100_000);
    expect([writings, states]).toEqual([[], []]);
    expect(saver.state).toEqual({ kind: 'saved', at: START });
    expect(await saver.now()).toEqual({ kind: 'saved', at: START });
    expect(writings).toEqual([]);
  });

  it('is at once where it begins with changes that the file has not', async () => {
    const { saver, clock, saves, times } = saverOf({ changed: 3, saved: 2 });
    expect(saver.state).toEqual({ kind: 'saving' });
    await clock.pass(0);
    expect(times()).toEqual([0]);
    await saves(3);
    expect(saver.state.kind).toBe('saved');
  });

  it('is after a moment without a change', async () => {
    const { saver, clock, times } = saverOf();
    await saver.changed(1, kept());
    await clock.pass(SAVE_TIMING.quiet - 1);
    expect(times()).toEqual([]);
    await saver.changed(2, kept());
    await clock.pass(SAVE_TIMING.quiet - 1);
    expect(times()).toEqual([]);
    await clock.pass(1);
    expect(times()).toEqual([2 * SAVE_TIMING.quiet - 1]);
  });

  it('is at least so often while changes keep coming', async () => {
    const { saver, clock, saves, times } = saverOf();
    for (let n = 1; n <= 20; n++) {
      await saver.changed(n, kept());
      await clock.pass(200);
      if (times().length === 1) break;
    }
    expect(times()).toEqual([SAVE_TIMING.most]);
    await saves(5);
    for (let n = 6; n <= 25 && times().length < 2; n++) {
      await saver.changed(n, kept());
      await clock.pass(200);
    }
    expect(times()).toEqual([SAVE_TIMING.most, 2 * SAVE_TIMING.most]);
  });

  it('is at once after a sleep, not before its time', async () => {
    const { saver, clock, times } = saverOf();
    await saver.changed(1, kept());
    clock.sleepThrough(60_000);
    await saver.changed(2, kept());
    await clock.pass(0);
    expect(times()).toEqual([60_000]);
  });

  it('is now where that is asked for, and then not once more', async () => {
    const { saver, clock, saves, times, writings } = saverOf();
    await saver.changed(1, kept());
    const asked = saver.now();
    await clock.pass(0);
    expect(times()).toEqual([0]);
    await saves(1);
    expect(await asked).toEqual({ kind: 'saved', at: START });
    await clock.pass(100_000);
    expect(writings).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('is once at a time: who asks meanwhile gets the next, if there is anything left', async () => {
    const { saver, clock, saves, writings } = saverOf();
    await saver.changed(1, kept());
    const first = saver.now();
    await clock.pass(0);
    await saver.changed(2, kept());
    const second = saver.now();
    const third = saver.now();
    await clock.pass(0);
    expect(writings).toHaveLength(1);
    await saves(1);
    expect((await first).kind).toBe('saving');
    expect(writings).toHaveLength(2);
    await saves(2);
    expect([(await second).kind, (await third).kind]).toEqual(['saved', 'saved']);
    expect(writings).toHaveLength(2);
  });

  it('waits for whatever else is done with the file, also where that fails', async () => {
    const { saver, clock, writings } = saverOf();
    const other = pending();
    const moved = saver.inTurn(() => other.promise);
    await saver.changed(1, kept());
    void saver.now();
    await clock.pass(1_000);
    expect(writings).toEqual([]);
    other.reject(new Error('it could not be moved'));
    await expect(moved).rejects.toThrow('it could not be moved');
    await clock.pass(0);
    expect(writings).toHaveLength(1);
  });

  it('is never where the session ends before anything was changed', () => {
    const { saver, clock } = saverOf();
    saver.end();
    expect(clock.waiting).toBe(0);
  });

  it('is no more once the session has ended', async () => {
    const { saver, clock, writings } = saverOf();
    await saver.changed(1, kept());
    saver.end();
    expect(clock.waiting).toBe(0);
    await saver.changed(2, kept());
    expect(clock.waiting).toBe(0);
    await clock.pass(100_000);
    expect((await saver.now()).kind).toBe('saving');
    expect(writings).toEqual([]);
  });
});

describe('after a save that failed', () => {
  it('it is tried again, later each time, and from the beginning after one that succeeded', async () => {
    const { saver, clock, saves, fails, times } = saverOf();
    const { again } = SAVE_TIMING;
    await saver.changed(1, kept());
    void saver.now();
    await clock.pass(0);
    const waits: number[] = [];
    for (const delay of [...again, again.at(-1) ?? 0]) {
      await fails();
      await clock.pass(delay);
      waits.push((times().at(-1) ?? 0) - (times().at(-2) ?? 0));
    }
    expect(waits).toEqual([...again, again.at(-1)]);
    await saves(1);
    await saver.changed(2, kept());
    await clock.pass(SAVE_TIMING.quiet);
    await fails();
    const before = times().length;
    await clock.pass((again[0] ?? 0) - 1);
    expect(times()).toHaveLength(before);
    await clock.pass(1);
    expect(times()).toHaveLength(before + 1);
  });

  it.each(['fileChangedOutside', 'lockLost'] as const)(
    'a person decides where trying again would not help: %s',
    async (code) => {
      const { saver, clock, writings } = saverOf();
      await saver.changed(1, kept());
      void saver.now();
      await clock.pass(0);
      writings[0]?.fails(new Failure(code, { name: '評価書' }));
      await clock.pass(1_000_000);
      expect(writings).toHaveLength(1);
      expect(saver.state).toEqual({ kind: 'kept', at: START, error: { code, params: { name: '評価書' } } });
      await saver.changed(2, kept());
      await clock.pass(SAVE_TIMING.quiet);
      expect(writings).toHaveLength(2);
    },
  );

  it('it is said what the disk answered, with the file', async () => {
    const { saver, clock, fails } = saverOf();
    await saver.changed(1, kept());
    void saver.now();
    await clock.pass(0);
    await fails('ENOSPC');
    expect(saver.state).toEqual({
      kind: 'kept',
      at: START,
      error: { code: 'diskFull', params: { name: '評価書.hyoka', folder: '/課', detail: 'ENOSPC' } },
    });
  });
});

describe('where the text is', () => {
  it('is told each time that it changes, and only then', async () => {
    const { saver, clock, saves, fails, kinds } = saverOf();
    await saver.changed(1, kept());
    await saver.changed(2, kept());
    expect(kinds()).toEqual(['saving']);
    await clock.pass(SAVE_TIMING.quiet);
    await fails();
    await clock.pass(1_000);
    await fails();
    expect(kinds()).toEqual(['saving', 'kept']);
    await clock.pass(2_000);
    await saves(2);
    expect(kinds()).toEqual(['saving', 'kept', 'saved']);
    await saver.changed(3, kept());
    expect(kinds()).toEqual(['saving', 'kept', 'saved', 'saving']);
  });

  it('is answered when the journal has it, while the file is still written', async () => {
    const { saver, clock } = saverOf();
    const journal = pending();
    let isAnswered = false;
    void saver.changed(1, journal.promise).then(() => (isAnswered = true));
    await clock.pass(SAVE_TIMING.quiet);
    expect(isAnswered).toBe(false);
    journal.resolve();
    await clock.pass(0);
    expect(isAnswered).toBe(true);
    expect(saver.state).toEqual({ kind: 'saving' });
  });

  it('is answered when the file has it, where no journal does', async () => {
    const { saver, clock, saves, writings } = saverOf();
    let isAnswered = false;
    void saver.changed(1, lost()).then(() => (isAnswered = true));
    await clock.pass(0);
    expect([isAnswered, writings.length]).toEqual([false, 1]);
    await saves(1);
    expect(isAnswered).toBe(true);
    expect(saver.state.kind).toBe('saved');
  });

  it('is nowhere, and that is answered, where neither journal nor file takes it', async () => {
    const { saver, clock, fails, kinds } = saverOf();
    let isAnswered = false;
    void saver.changed(1, lost()).then(() => (isAnswered = true));
    await clock.pass(0);
    await fails('EIO');
    expect(isAnswered).toBe(true);
    expect(saver.state).toMatchObject({ kind: 'unkept', error: { code: 'folderUnreachable' } });
    expect(kinds()).toEqual(['saving', 'unkept']);
  });

  it('is not known before the journal has answered, although the file could not be written', async () => {
    const { saver, clock, fails } = saverOf();
    const journal = pending();
    const answered = saver.changed(1, journal.promise);
    await clock.pass(SAVE_TIMING.quiet);
    await fails();
    expect(saver.state).toEqual({ kind: 'saving' });
    clock.sleepThrough(50);
    journal.resolve();
    await answered;
    expect(saver.state).toMatchObject({ kind: 'kept', at: START + SAVE_TIMING.quiet + 50 });
  });

  it('stays nowhere for an earlier change when a later one is kept', async () => {
    const { saver, clock, fails, saves } = saverOf();
    void saver.changed(1, lost());
    await clock.pass(0);
    await fails();
    await saver.changed(2, kept());
    expect(saver.state.kind).toBe('unkept');
    await clock.pass(SAVE_TIMING.quiet);
    await saves(1);
    expect(saver.state.kind).toBe('saving');
    void saver.now();
    await clock.pass(0);
    await fails();
    expect(saver.state.kind).toBe('kept');
  });

  it('of a change that came during a save is the journal alone until the next one', async () => {
    const { saver, clock, saves, fails } = saverOf();
    await saver.changed(1, kept());
    await clock.pass(SAVE_TIMING.quiet);
    const answered = saver.changed(2, lost());
    await saves(1);
    expect(saver.state).toEqual({ kind: 'saving' });
    await fails();
    await answered;
    expect(saver.state.kind).toBe('unkept');
  });

  it('is known of all changes once every journal has answered', async () => {
    const { saver, clock } = saverOf();
    const journals = [pending(), pending()];
    for (const [at, { promise }] of journals.entries()) void saver.changed(at + 1, promise);
    let isKnown = false;
    void saver.keptAll().then(() => (isKnown = true));
    journals[1]?.resolve();
    await clock.pass(0);
    expect(isKnown).toBe(false);
    journals[0]?.reject(new Error('no room'));
    await clock.pass(0);
    expect(isKnown).toBe(true);
  });

  it('has the time of the last save', async () => {
    const { saver, clock, saves } = saverOf();
    await saver.changed(1, kept());
    await clock.pass(SAVE_TIMING.quiet);
    clock.sleepThrough(7_000);
    await saves(1);
    expect(saver.state).toEqual({ kind: 'saved', at: START + SAVE_TIMING.quiet + 7_000 });
  });
});

describe('a document that moves to another file', () => {
  it('is saved there, and what came later is written there', async () => {
    const { saver, clock, fails, kinds, times } = saverOf();
    await saver.changed(1, kept());
    await saver.inTurn(() => {
      saver.moved('/別/写し.hyoka', 1);
      return Promise.resolve();
    });
    expect(saver.state.kind).toBe('saved');
    expect(kinds()).toEqual(['saving', 'saved']);
    await clock.pass(SAVE_TIMING.quiet);
    saver.moved('/別/写し.hyoka', 1);
    expect(clock.waiting).toBe(0);
    await clock.pass(100_000);
    expect(times()).toEqual([]);
    await saver.changed(2, kept());
    await clock.pass(SAVE_TIMING.quiet);
    await fails();
    expect(saver.state).toMatchObject({
      kind: 'kept',
      error: { params: { name: '写し.hyoka', folder: '/別' } },
    });
  });

  it('is written again at once by itself where changes were made meanwhile', async () => {
    const { saver, clock, times } = saverOf();
    await saver.changed(2, kept());
    saver.moved('/別/写し.hyoka', 1);
    expect(saver.state).toEqual({ kind: 'saving' });
    await clock.pass(SAVE_TIMING.quiet);
    expect(times()).toEqual([SAVE_TIMING.quiet]);
  });

  it('plans a save of what is left although none was planned', async () => {
    const { saver, clock, writings } = saverOf();
    await saver.changed(1, kept());
    void saver.now();
    await clock.pass(0);
    writings[0]?.fails(new Failure('lockLost', {}));
    await clock.pass(0);
    expect(clock.waiting).toBe(0);
    saver.moved('/別/写し.hyoka', 0);
    await clock.pass(SAVE_TIMING.quiet);
    expect(writings).toHaveLength(2);
  });
});
