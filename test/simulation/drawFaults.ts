import type { CallPattern, Fault, TimedFault } from './story';
import { ERRORS } from './errors';
import type { Reach } from './world/mount';
import type { Strike, When } from './world/pc';
import type { Random } from './world/random';

type FaultDraw<T> = (random: Random, pcs: number, documents: number) => T;

const WHENS: readonly When[] = ['before', 'after', 'after', 'part'];

const TIMED: readonly (readonly [weight: number, draw: FaultDraw<TimedFault>])[] = [
  [
    2,
    (random, pcs) => ({
      kind: 'away',
      pc: random.below(pcs),
      ...drawSpan(random),
      reach: drawReach(random),
      keepsHandles: random.chance(0.3),
    }),
  ],
  [1, (random, pcs) => ({ kind: 'killed', pc: random.below(pcs), at: drawMoment(random) })],
  [0.5, (random, pcs) => ({ kind: 'storeGone', pc: random.below(pcs), at: drawMoment(random) })],
  [1, (random, pcs) => ({ kind: 'powerCut', pc: random.below(pcs), at: drawMoment(random) })],
  [1, (random, pcs) => ({ kind: 'asleep', pc: random.below(pcs), ...drawSpan(random) })],
  [
    0.5,
    (random, pcs) => ({
      kind: 'clock',
      pc: random.below(pcs),
      at: drawMoment(random),
      by: random.between(-1, 1) * random.magnitude(1_000, 100_000_000),
    }),
  ],
  [1, (random) => ({ kind: 'serverCrash', at: drawMoment(random) })],
  [
    1,
    (random, pcs) => ({
      kind: 'full',
      ...drawVolume(random, pcs),
      ...drawSpan(random),
      code: random.pick(['ENOSPC', 'EDQUOT']),
    }),
  ],
  [0.5, (random, pcs) => ({ kind: 'readOnly', ...drawVolume(random, pcs), ...drawSpan(random) })],
  [
    1,
    (random, _pcs, documents) => ({ kind: 'held', document: random.below(documents), ...drawSpan(random) }),
  ],
  [
    1,
    (random, _pcs, documents) => ({
      kind: 'outside',
      document: random.below(documents),
      at: drawMoment(random),
    }),
  ],
];

const FAULTS: readonly (readonly [weight: number, draw: FaultDraw<Fault>])[] = [
  ...TIMED,
  [
    4,
    (random, pcs) => ({
      kind: 'strike',
      pc: random.below(pcs),
      call: Math.round(random.magnitude(5, 600)),
      strike: drawStrike(random),
    }),
  ],
  [
    3,
    (random, pcs) => ({
      kind: 'strikeAt',
      pc: random.below(pcs),
      ...random.pick(CALLS),
      nth: drawNth(random),
      strike: drawStrike(random),
    }),
  ],
  [
    1,
    (random, pcs, documents) => ({
      kind: 'from',
      pc: random.below(pcs),
      ...random.pick(CALLS),
      nth: drawNth(random),
      fault: {
        ...random.weighted(TIMED)(random, pcs, documents),
        at: Math.round(random.magnitude(1, 3_000)),
      },
    }),
  ],
  [
    1,
    (random, pcs) => ({
      kind: 'failing',
      pc: random.below(pcs),
      ...random.pick(CALLS),
      ...drawSpan(random),
      strike: { kind: 'error', when: random.pick(WHENS), code: random.pick(ERRORS) },
    }),
  ],
];

/** Calls at which trouble makes a difference that elsewhere it does not make. */
export const CALLS: readonly CallPattern[] = [
  { call: 'rename', target: 'document' },
  { call: 'rename', target: 'lock' },
  { call: 'write', target: 'temporary' },
  { call: 'flush', target: 'temporary' },
  { call: 'open r+', target: 'document' },
  { call: 'flush', target: 'document' },
  { call: 'flush folder', target: 'any' },
  { call: 'open wx', target: 'lock' },
  { call: 'open r', target: 'lock' },
  { call: 'read', target: 'lock' },
  { call: 'write', target: 'lock' },
  { call: 'write', target: 'list' },
  { call: 'flush', target: 'list' },
  { call: 'open r+', target: 'list' },
  { call: 'rename', target: 'list' },
  { call: 'read', target: 'list' },
  { call: 'write', target: 'kept' },
  { call: 'rename', target: 'kept' },
  { call: 'copy', target: 'base' },
  { call: 'rename', target: 'base' },
  { call: 'any', target: 'backup' },
  { call: 'any', target: 'base' },
];

/** Trouble of a story: first which kinds there may be, then each. */
export function drawFaults(random: Random, pcs: number, documents: number): readonly Fault[] {
  const kinds = FAULTS.filter(() => random.chance(0.3));
  if (kinds.length === 0) return [];
  const count = random.weighted([
    [2, 1],
    [2, 2],
    [1, 5],
  ]);
  return Array.from({ length: count }, () => random.weighted(kinds)(random, pcs, documents));
}

function drawStrike(random: Random): Strike {
  const when = random.pick(WHENS);
  const kind = random.weighted([
    [3, 'kill'],
    [2, 'power'],
    [3, 'sleep'],
    [2, 'error'],
  ] as const);
  switch (kind) {
    case 'sleep':
      return {
        kind,
        when,
        for: random.weighted([
          [1, random.magnitude(500, 100_000)],
          [2, random.between(125_000, 900_000)],
        ]),
      };
    case 'error':
      return { kind, when, code: random.pick(ERRORS) };
    default:
      return { kind, when };
  }
}

function drawReach(random: Random): Reach {
  if (random.chance(0.4)) return { kind: 'empty' };
  return {
    kind: 'away',
    code: random.pick(['ETIMEDOUT', 'EHOSTDOWN', 'ENETUNREACH', 'ENOENT', 'EIO', 'ESTALE']),
  };
}

function drawNth(random: Random): number {
  return Math.round(random.magnitude(1, 12));
}

function drawVolume(random: Random, pcs: number): { readonly pc?: number } {
  return random.chance(0.5) ? {} : { pc: random.below(pcs) };
}

function drawMoment(random: Random): number {
  return Math.round(random.magnitude(50, 300_000));
}

function drawSpan(random: Random): { readonly at: number; readonly for: number } {
  return { at: drawMoment(random), for: Math.round(random.magnitude(100, 900_000)) };
}
