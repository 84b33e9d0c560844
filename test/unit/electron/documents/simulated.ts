import type { DocumentService } from '../../../../electron/documents/service';
import type { Machine } from '../../../../electron/machine/machine';
import type { DocumentView, SaveState } from '../../../../shared/commands/documents';
import { setEdit } from '../../../../shared/assessment/edit';
import { contentOf } from '../../../simulation/oracle/findings';
import { furnish } from '../../../simulation/furnish';
import { FragileStores } from '../../../simulation/people/fragileStore';
import { startProgram } from '../../../simulation/people/program';
import { Play } from '../../../simulation/run';
import { SHARE } from '../../../simulation/setting';
import type { Story } from '../../../simulation/story';
import { machineOf } from '../../../simulation/world/machine';
import type { Pc, Process, Strike } from '../../../simulation/world/pc';
import { isTarget, type CallTarget } from '../../../simulation/world/targets';
import { LOCAL_KINDS, SHARE_KINDS } from '../../../simulation/world/kinds';
import { Random } from '../../../simulation/world/random';
import { smallCodec } from '../../../simulation/world/smallCodec';

/** The document that the share has from the beginning. */
export const PATH = `${SHARE}/一課.hyoka`;

/** The item that these people type into. */
const ITEM = 'I.2';

/** A program on a simulated PC, and what it said of its documents. */
export interface Program {
  readonly service: DocumentService;
  readonly states: readonly SaveState[];
  readonly kill: () => void;
  /** The process that holds the open documents ends. */
  readonly endStores: () => void;
}

interface Setting {
  readonly pcs?: number;
  readonly paths?: readonly string[];
  /** Name of the kind of the share. */
  readonly share?: string;
  readonly disk?: string;
}

/**
 * Quiet PCs with a share, as the simulator has them, for stories that a test tells itself. No real time passes: `run` lets as much of the
 * simulated time pass as the work needs.
 */
export function simulatedPcs({ pcs = 1, paths = [PATH], share = 'NFS', disk = 'ext4' }: Setting = {}) {
  const play = new Play(quietStory(pcs, paths, indexOf(SHARE_KINDS, share), indexOf(LOCAL_KINDS, disk)), {});
  const { scheduler, world } = play;
  furnish(play);

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = work().finally(() => (state.isDone = true));
    done.catch(() => undefined);
    await scheduler.run(() => state.isDone, { until: scheduler.now + 4 * 3_600_000, events: 1_000_000 });
    if (!state.isDone) throw new Error('it does not end');
    return done;
  }

  function pc(at: number): Pc {
    const found = play.pcs[at];
    if (!found) throw new Error('no such PC');
    return found;
  }

  return {
    run,
    pc,
    share: play.share,
    now: () => scheduler.now,
    pass: (duration: number) => run(() => play.wait(duration)),
    machine: (at = 0): Machine => machineOf(world, pc(at).start()),
    start: (at = 0, home = '/home/user1') => run(() => started(play, pc(at), home)),
    /** The share is not reached from this PC until it is back. */
    leave: (at: number, code: string | undefined) => {
      const mount = pc(at).mountOf(SHARE);
      mount.leave(code === undefined ? { kind: 'up' } : { kind: 'away', code }, false);
    },
    /** The nth such call from now on is struck. */
    strike: (at: number, [call, target]: readonly [string, CallTarget], strike: Strike, nth = 1) =>
      onCall(pc(at), { call, target, nth }, () => strike),
    /** The file server crashes at once and starts again; what it had not written is lost in part. */
    crashServer: () => {
      play.share.powerCut(new Random('crash'));
      for (const one of play.pcs) one.forgetHandles(one.mountOf(SHARE));
    },
    /** Does something at the next such call, before its effect. */
    at: (number: number, [call, target]: readonly [string, CallTarget], work: () => void) =>
      onCall(pc(number), { call, target, nth: 1 }, () => {
        work();
        return undefined;
      }),
    /** The words typed into a file on the share; undefined where there is none that opens. */
    wordsIn: (path = PATH) => wordsOn(play, path),
    files: () => play.share.list('/'),
  };
}

function indexOf(kinds: readonly { readonly name: string }[], name: string): number {
  const at = kinds.findIndex((kind) => kind.name === name);
  if (at < 0) throw new Error(`no kind ${name}`);
  return at;
}

function quietStory(pcs: number, paths: readonly string[], share: number, disk: number): Story {
  const person = (at: number) => ({ name: `佐藤${String(at + 1)}`, documents: [0, 0] as const, actions: [] });
  return {
    seed: 'directed',
    share: { kind: share, offset: 0, remembers: 0, connectionLasts: 30_000 },
    pcs: Array.from({ length: pcs }, (_, at) => ({
      ...{ name: `PC-${String(at + 1)}`, hostName: `PC-${String(at + 1)}`, kind: disk, offset: 0, rate: 1 },
      ...{ diskLatency: 1, shareLatency: 5, spikes: 0, errorRate: 0, errorCodes: ['EIO'] },
      people: [person(at)],
    })),
    documents: paths.map((path) => ({ path, isOlder: false })),
    faults: [],
    rebaseAt: 4_000_000,
    isRealFormat: false,
  };
}

async function started(play: Play, pc: Pc, home: string): Promise<Program> {
  const process: Process = pc.start();
  const states: SaveState[] = [];
  const stores = new FragileStores();
  const service = await startProgram(play.world, process, {
    home,
    person: '佐藤',
    rebaseAt: play.story.rebaseAt,
    codec: smallCodec,
    stores,
    emit: (_session, state) => states.push(state),
  });
  return { service, states, kill: () => process.kill(), endStores: () => stores.end() };
}

interface NthCall {
  readonly call: string;
  readonly target: CallTarget;
  readonly nth: number;
}

function onCall(pc: Pc, { call, target, nth }: NthCall, meet: () => Strike | undefined): void {
  let left = nth;
  const watch = {
    meet: (name: string, path: string) => {
      if ((call !== 'any' && call !== name) || !isTarget(path, target) || --left > 0) return undefined;
      pc.watches.delete(watch);
      return meet();
    },
  };
  pc.watches.add(watch);
}

function wordsOn(play: Play, path: string): readonly string[] | undefined {
  try {
    const content = contentOf(smallCodec, play.share.file('open', path.slice(SHARE.length)).bytes);
    return content && [...content.words].sort();
  } catch {
    return undefined;
  }
}

/** Types a word at the end of a text, as a window does. */
export async function typeWord(
  { service }: Program,
  view: DocumentView,
  word: string,
  item = ITEM,
): Promise<SaveState> {
  const session = service.session(view.session);
  const before = session.document.assessment.values[item];
  const text = typeof before === 'string' ? before : '';
  const { state } = await session.apply([{ edit: setEdit(item, before, `${text}〈${word}〉`) }]);
  return state;
}

export function textOf({ service }: Program, view: DocumentView, item = ITEM): unknown {
  return service.session(view.session).document.assessment.values[item];
}
