import { drawFaults } from './drawFaults';
import { ERRORS } from './errors';
import { withScene } from './scenes/index';
import { SHARE } from './setting';
import type { Act, Action, DocumentPlan, PcPlan, PersonPlan, Story } from './story';
import { LOCAL_KINDS, SHARE_KINDS } from './world/kinds';
import { Random } from './world/random';

/** The pairs differ in normal form or case only. */
const NAMES = [
  '一課.hyoka',
  'データ.hyoka',
  'データ.hyoka'.normalize('NFD'),
  'Annex.hyoka',
  'annex.hyoka',
  `${'長'.repeat(83)}.hyoka`,
];
const FOLDERS = [SHARE, SHARE, `${SHARE}/福祉課`, '/home'];

/**
 * A story from a seed. Which kinds of trouble it has at all is drawn first: a story with one kind finds what a story with
 * all kinds hides.
 */
export function drawStory(seed: string, isRealFormat = false): Story {
  const random = new Random(seed);
  const documents = drawDocuments(random.fork('documents'));
  const pcs = drawPcs(random.fork('pcs'), documents);
  const story: Story = {
    seed,
    share: drawShare(random.fork('share')),
    pcs,
    documents,
    faults: drawFaults(random.fork('faults'), pcs.length, documents.length),
    rebaseAt: random.weighted([
      [2, 4_000_000],
      [2, 2_500],
      [1, 600],
    ]),
    isRealFormat,
  };
  return withScene(story, random.fork('scene'));
}

function drawShare(random: Random): Story['share'] {
  return {
    kind: random.below(SHARE_KINDS.length),
    offset: random.weighted([
      [2, 0],
      [1, random.between(-300_000, 300_000)],
    ]),
    remembers: random.weighted([
      [2, 0],
      [1, 1_000],
      [1, 10_000],
    ]),
    connectionLasts: random.weighted([
      [3, 30_000],
      [1, 3_600_000],
    ]),
  };
}

function drawDocuments(random: Random): readonly DocumentPlan[] {
  const folder = random.pick(FOLDERS);
  const first = random.below(NAMES.length);
  const isPair = random.chance(0.3);
  const count = random.weighted([
    [3, 1],
    [2, 2],
  ]);
  return Array.from({ length: count }, (_, at) => {
    const name = NAMES[isPair ? (at === 0 ? 1 : 2) : (first + at) % NAMES.length] ?? '';
    return {
      path: `${at > 0 && !isPair ? random.pick(FOLDERS) : folder}/${name}`,
      isOlder: random.chance(0.15),
    };
  });
}

function drawPcs(random: Random, documents: readonly DocumentPlan[]): readonly PcPlan[] {
  const count = random.weighted([
    [4, 1],
    [5, 2],
    [1, 3],
  ]);
  const areCloned = random.chance(0.05);
  const errors = random.weighted([
    [4, 0],
    [1, 0.002],
    [1, 0.03],
  ]);
  const span = random.weighted([
    [3, 12],
    [1, 30],
  ]);
  return Array.from({ length: count }, (_, at) =>
    drawPc(random.fork(`pc ${at}`), at, { areCloned, errors, span, documents }),
  );
}

interface PcDraw {
  readonly areCloned: boolean;
  readonly errors: number;
  readonly span: number;
  readonly documents: readonly DocumentPlan[];
}

function drawPc(random: Random, at: number, { areCloned, errors, span, documents }: PcDraw): PcPlan {
  const name = `PC-${String(at + 1)}`;
  const people = random.chance(0.1) ? 2 : 1;
  return {
    name,
    hostName: areCloned ? 'PC' : name,
    offset: random.weighted([
      [2, 0],
      [1, random.between(-600_000, 600_000)],
      [1, random.between(-40_000_000, 40_000_000)],
    ]),
    rate: random.weighted([
      [3, 1],
      [1, random.between(0.98, 1.02)],
    ]),
    diskLatency: random.magnitude(0.05, 20),
    shareLatency: random.magnitude(0.5, 300),
    spikes: random.weighted([
      [2, 0],
      [1, 0.01],
      [1, 0.05],
    ]),
    errorRate: errors,
    errorCodes: random.chance(0.5) ? ERRORS : [random.pick(ERRORS)],
    kind: random.below(LOCAL_KINDS.length),
    people: Array.from({ length: people }, (_, n) =>
      drawPerson(random.fork(`person ${n}`), `${name}.${String(n + 1)}`, span, documents),
    ),
  };
}

function drawPerson(
  random: Random,
  name: string,
  span: number,
  documents: readonly DocumentPlan[],
): PersonPlan {
  const one = random.chance(0.7) ? 0 : random.below(documents.length);
  const weights = WEIGHTS.map(
    ([weight, kind]) => [random.chance(0.35) ? 0 : weight * random.between(0.5, 2), kind] as const,
  );
  const pace = random.magnitude(20, 3_000);
  const windows = random.chance(0.4) ? 2 : 1;
  const actions = Array.from({ length: 3 + random.below(span) }, () =>
    drawAction(random, { weights, pace, windows, documents }),
  );
  return { name, documents: [one, random.below(documents.length)], actions };
}

interface ActionDraw {
  readonly weights: readonly (readonly [number, Act['kind']])[];
  readonly pace: number;
  readonly windows: number;
  readonly documents: readonly DocumentPlan[];
}

const WEIGHTS = [
  [14, 'type'],
  [2, 'undo'],
  [1, 'redo'],
  [1, 'comment'],
  [1, 'attach'],
  [2, 'save'],
  [1, 'saveAs'],
  [3, 'close'],
  [3, 'open'],
  [3, 'takeOver'],
  [1, 'lookAgain'],
  [1, 'overwrite'],
  [1, 'quit'],
  [0.5, 'begin'],
  [0.7, 'recover'],
] as const satisfies readonly (readonly [number, Act['kind']])[];

function drawAction(random: Random, draw: ActionDraw): Action {
  const rest = random.weighted([
    [12, draw.pace * random.unit()],
    [4, 0],
    [2, random.magnitude(100, 5_000)],
    [2, random.magnitude(5_000, 400_000)],
  ]);
  const kind = draw.weights.some(([weight]) => weight > 0) ? random.weighted(draw.weights) : 'type';
  return {
    after: Math.round(rest),
    window: random.below(draw.windows) === 1 ? 1 : 0,
    isEager: random.chance(0.35),
    act: drawAct(random, kind, draw.documents),
  };
}

function drawAct(random: Random, kind: Act['kind'], documents: readonly DocumentPlan[]): Act {
  switch (kind) {
    case 'open':
      return { kind, document: random.below(documents.length), readOnly: random.chance(0.1) };
    case 'type':
      return {
        kind,
        edits: random.weighted([
          [5, 1],
          [1, 2],
          [1, 4],
        ]),
        field: random.below(4),
      };
    case 'attach':
      return { kind, size: random.below(600) };
    case 'saveAs':
      return { kind, path: drawTarget(random, documents) };
    default:
      return { kind };
  }
}

function drawTarget(random: Random, documents: readonly DocumentPlan[]): string {
  if (random.chance(0.2)) return random.pick(documents).path;
  return `${random.pick(FOLDERS)}/写し${String(random.below(3))}.hyoka`;
}
