import { setValue } from '../../shared/assessment/edit';
import { SHARE } from './setting';
import type { Play } from './run';
import type { CallPattern, Fault, TimedFault } from './story';
import type { Strike, Watch } from './world/pc';
import { Random } from './world/random';
import { WORLD } from './world/scheduler';
import { isTarget } from './world/targets';
import { statusOf, type Volume } from './world/volume';

/** Lets a fault of the story happen at its time. */
export function strikeWorld(play: Play, fault: Fault): void {
  switch (fault.kind) {
    case 'strike':
      play.pcs[fault.pc]?.strikes.set(fault.call, fault.strike);
      return;
    case 'strikeAt':
      return atNth(play, fault, () => fault.strike);
    case 'from':
      return atNth(play, fault, () => begin(play, fault.fault));
    default:
      return begin(play, fault);
  }
}

/** Does something at the n-th call of a kind. */
function atNth(
  play: Play,
  { pc: at, nth, ...pattern }: Extract<Fault, { readonly nth: number }>,
  meet: () => Strike | undefined,
): void {
  const pc = play.pcs[at];
  let left = nth;
  const watch: Watch = {
    meet: (call, path) => {
      if (!isSuch(pattern, call, path) || --left > 0) return undefined;
      pc?.watches.delete(watch);
      return meet();
    },
  };
  pc?.watches.add(watch);
}

function isSuch({ call: wanted, target }: CallPattern, call: string, path: string): boolean {
  return (wanted === 'any' || wanted === call) && isTarget(path, target);
}

function begin(play: Play, fault: TimedFault): undefined {
  const random = new Random(`${play.story.seed}/fault ${JSON.stringify(fault)}`);
  play.scheduler.after(fault.at, WORLD, () => {
    if (!play.isOver) strike(play, fault, random);
  });
}

function strike(play: Play, fault: TimedFault, random: Random): void {
  switch (fault.kind) {
    case 'failing':
      return failing(play, fault);
    case 'away':
      return away(play, fault);
    case 'killed':
      return onPc(play, fault.pc, 'its programs are killed', (pc) =>
        [...pc.processes].forEach((process) => process.kill()),
      );
    case 'powerCut':
      return onPc(play, fault.pc, 'the power fails', (pc) => pc.powerCut());
    case 'storeGone':
      return onPc(play, fault.pc, 'the processes that hold its open documents end', (pc) =>
        storesOf(play, pc).forEach((stores) => stores.end()),
      );
    case 'asleep':
      return onPc(play, fault.pc, `falls asleep for ${seconds(fault.for)}`, (pc) => pc.sleep(fault.for));
    case 'clock':
      return onPc(play, fault.pc, `its clock jumps by ${seconds(fault.by)}`, (pc) => pc.jump(fault.by));
    case 'serverCrash':
      return serverCrash(play, random);
    case 'full':
      return full(play, fault);
    case 'readOnly':
      return readOnly(play, fault);
    case 'held':
      return held(play, fault);
    case 'outside':
      return outside(play, fault, random);
  }
}

function failing(play: Play, fault: TimedFault & { kind: 'failing' }): void {
  const { pc: at, call, target, strike: error, for: duration } = fault;
  onPc(play, at, `every ${call} of ${target} fails with ${error.code} for ${seconds(duration)}`, (pc) => {
    const watch: Watch = { meet: (made, path) => (isSuch(fault, made, path) ? error : undefined) };
    pc.watches.add(watch);
    play.scheduler.after(duration, WORLD, () => pc.watches.delete(watch));
  });
}

function onPc(play: Play, at: number, what: string, work: (pc: Play['pcs'][number]) => void): void {
  const pc = play.pcs[at];
  if (!pc) return;
  play.say(pc.settings.name, what);
  work(pc);
}

function storesOf(play: Play, pc: Play['pcs'][number]) {
  return play.people.filter((person) => person.pc === pc).map(({ stores }) => stores);
}

function away(
  play: Play,
  { pc: at, reach, for: duration, keepsHandles }: TimedFault & { kind: 'away' },
): void {
  onPc(
    play,
    at,
    reach.kind === 'empty'
      ? `the share is not mounted for ${seconds(duration)}, its folder is empty`
      : `the share is away for ${seconds(duration)}`,
    (pc) => {
      const mount = pc.mountOf(SHARE);
      mount.leave(reach, keepsHandles && reach.kind !== 'empty');
      play.scheduler.after(duration, WORLD, () => {
        if (mount.reach !== reach) return;
        play.say(pc.settings.name, 'the share is there again');
        mount.leave({ kind: 'up' }, true);
      });
    },
  );
}

function serverCrash(play: Play, random: Random): void {
  play.say('the file server', 'crashes and starts again');
  play.ledger.serverCrashedAt = play.scheduler.now;
  play.share.powerCut(random);
  for (const pc of play.pcs) pc.forgetHandles(pc.mountOf(SHARE));
}

function full(play: Play, { pc, for: duration, code }: TimedFault & { kind: 'full' }): void {
  const volume = volumeOf(play, pc);
  play.say(pc === undefined ? 'the share' : `PC-${String(pc + 1)}`, `is full for ${seconds(duration)}`);
  volume.full = code;
  play.scheduler.after(duration, WORLD, () => (volume.full = undefined));
}

function readOnly(play: Play, { pc, for: duration }: TimedFault & { kind: 'readOnly' }): void {
  const volume = volumeOf(play, pc);
  play.say(
    pc === undefined ? 'the share' : `PC-${String(pc + 1)}`,
    `cannot be written for ${seconds(duration)}`,
  );
  volume.isReadOnly = true;
  play.scheduler.after(duration, WORLD, () => (volume.isReadOnly = false));
}

function volumeOf(play: Play, pc: number | undefined): Volume {
  return (pc === undefined ? undefined : play.pcs[pc]?.disk.volume) ?? play.share;
}

function held(play: Play, { document, for: duration }: TimedFault & { kind: 'held' }): void {
  const [volume, path] = placeOf(play, document);
  if (!statusOf(volume, path)) return;
  play.say('a virus scanner', `has ${path} open for ${seconds(Math.min(duration, 60_000))}`);
  volume.file('open', path).heldUntil = play.scheduler.now + Math.min(duration, 60_000);
}

/** Writes the file as it is now with one more word in it; what others had unsaved is not in it. */
function outside(play: Play, { document: at }: TimedFault & { kind: 'outside' }, random: Random): void {
  const [volume, path] = placeOf(play, at);
  const plan = play.story.documents[at];
  if (!plan || !statusOf(volume, path) || volume.full || volume.isReadOnly) return;
  const result = play.world.codec.open(volume.file('open', path).bytes.slice());
  if (!result.ok) return;
  const { database } = result;
  const word = play.ledger.word();
  const document = database.whole();
  const text = document.assessment.values['I.2'];
  const edit = setValue(document.assessment, 'I.2', `${typeof text === 'string' ? text : ''}${word}`);
  const author = { name: 'outside', department: '', pc: 'outside' };
  const record = {
    seq: (document.history.at(-1)?.seq ?? 0) + 1,
    at: Math.floor(play.scheduler.now),
    author,
    edit,
  };
  database.apply([{ kind: 'edit', record }]);
  const bytes = database.export({ save: random.hex(8), program: 'other' });
  database.close();
  if (!overwritten(volume, path, bytes)) return;
  play.say('another program', `writes ${word} into ${plan.path}`);
  play.ledger.wroteOutside(
    play.ledger.ask({ person: 'outside', kind: 'edit', path: plan.path, words: [word] }),
    play.pcs,
  );
}

function overwritten(volume: Volume, path: string, bytes: Uint8Array): boolean {
  try {
    const handle = volume.open(path, 'w', 0o644, 'outside');
    handle.write(bytes);
    handle.flush();
    handle.close();
    return true;
  } catch {
    return false;
  }
}

function placeOf(play: Play, at: number): readonly [Volume, string] {
  const path = play.story.documents[at]?.path ?? '';
  if (path.startsWith(`${SHARE}/`)) return [play.share, path.slice(SHARE.length)];
  return [volumeOf(play, 0), path];
}

function seconds(milliseconds: number): string {
  return `${String(Math.round(milliseconds / 100) / 10)} s`;
}
