import { describe, expect, it } from 'vitest';
import { storyOf } from '../../simulation/campaign/main';
import { Ledger, STALE_AFTER } from '../../simulation/people/ledger';
import { Play } from '../../simulation/run';
import type { Story } from '../../simulation/story';

const PATH = '/share/一課.hyoka';
const OTHER = '/share/二課.hyoka';

/** Longer than times may be off (ms): whoever took the lock just now cannot be told from whoever is as late. */
const A_WHILE = 10_000;

/** An owner whose session `s` has the document open, and somebody else who comes for it. */
function twoPrograms() {
  let now = 0;
  const ledger = new Ledger(() => now);
  const play = new Play(quietStory(), { isShort: true });
  const [owner, other] = play.pcs.map((pc) => pc.start());
  if (!owner || !other) throw new Error('a story of two PCs');
  ledger.holds({ session: 's', path: PATH, process: owner });
  for (const path of [PATH, OTHER]) ledger.beat(`${path}.lock`, owner);
  now += A_WHILE;
  return {
    ledger,
    owner,
    wait: (duration: number) => (now += duration),
    isFor: (path: string) => {
      ledger.tookOver(path, `${path}.lock`, other, 1_000);
      return ledger.violations.map(({ kind }) => kind);
    },
  };
}

function quietStory(): Story {
  const story = storyOf('replay-1', 0);
  const [pc] = story.pcs;
  if (!pc) throw new Error('a story has a PC');
  const named = (name: string) => ({ ...pc, name, hostName: name, errorRate: 0, spikes: 0, people: [] });
  return { ...story, pcs: [named('PC-1'), named('PC-2')], faults: [] };
}

describe('a lock that is replaced', () => {
  it('is taken early from an owner who gave a sign of life', () => {
    const { isFor, wait } = twoPrograms();
    wait(STALE_AFTER - A_WHILE - 2_000);
    expect(isFor(PATH)).toEqual(['taken early']);
  });

  it('is not taken early from one who has been silent', () => {
    const { isFor, wait } = twoPrograms();
    wait(STALE_AFTER);
    expect(isFor(PATH)).toEqual([]);
  });

  it('is judged for no file while the session moves between files', () => {
    const { isFor, ledger, owner } = twoPrograms();
    ledger.moves('s');
    ledger.moves('s');
    ledger.moved('s');
    ledger.holds({ session: 's', path: OTHER, process: owner });
    expect(isFor(OTHER)).toEqual([]);
    expect(isFor(PATH)).toEqual([]);
  });

  it('is judged for the file that the session has once all moves are answered', () => {
    const { isFor, ledger, owner } = twoPrograms();
    ledger.moves('s');
    ledger.moves('s');
    ledger.moved('s');
    ledger.holds({ session: 's', path: OTHER, process: owner });
    ledger.moved('s');
    expect(isFor(PATH)).toEqual([]);
    expect(isFor(OTHER)).toEqual(['taken early']);
  });

  it('is judged for the file that the session had where the move was refused', () => {
    const { isFor, ledger } = twoPrograms();
    ledger.moves('s');
    ledger.moved('s');
    expect(isFor(PATH)).toEqual(['taken early']);
  });

  it('is judged for no session that was closed', () => {
    const { isFor, ledger } = twoPrograms();
    ledger.lets('s');
    expect(isFor(PATH)).toEqual([]);
  });
});
