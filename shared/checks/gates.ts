import type { Acceptance, FindingIdentity } from '../assessment/acceptance';
import type { Path } from '../assessment/path';
import { acceptanceOf, fingerprint, identityOf, valuesBelow } from './acceptance';
import type { CheckReport } from './check';
import { editionsOf } from '../forms/catalog';
import { isBlank, pathOf, textOf } from './view';
import type { Finding, View } from './types';

/** What a document holds besides its text that must be settled before it leaves the office. */
export interface DocumentState {
  /** Items of an import that nobody has looked at yet. */
  readonly toReview: readonly Path[];
  /** Pieces of text that were not placed. */
  readonly unplaced: number;
  /** Changes of items with ※ that nobody has decided yet. */
  readonly undecided: readonly Path[];
  /** What the public copy leaves out. */
  readonly withheld: readonly { readonly path: Path; readonly passage?: string }[];
  readonly acceptances: readonly Acceptance[];
}

export type Purpose = 'submission' | 'publication';

export const GATE_IDS = [
  'errors',
  'review',
  'unplaced',
  'undecided',
  'timing',
  'edition',
  'publishDate',
  'consultation',
  'withheld',
  'pair',
] as const;

export type GateId = (typeof GATE_IDS)[number];

/** `stop`: to be settled first. `attention`: needs attention, no obstacle. `unknown`: nothing to judge it by. */
export type GateState = 'passed' | 'attention' | 'stop' | 'unknown';

/** One line of 提出前チェック, with the way to what it speaks of. */
export interface Gate {
  readonly id: GateId;
  readonly state: GateState;
  /** How many places; of `unplaced` pieces of text. */
  readonly count: number;
  readonly places: readonly Path[];
  /** Findings behind it, where it rests on rules. */
  readonly findings: readonly Finding[];
  /** Where the line as a whole was accepted as it is now: it then stops nothing. */
  readonly acceptance?: Acceptance;
}

/** Rules that speak of 意見聴取 and 第三者点検. */
const CONSULTATION = new Set([
  'opinion-required',
  'opinion-30',
  'opinion-reflect',
  'third-required',
  'third-after-opinion',
  'publish-after-third',
]);
const TIMING = new Set(['change-timing']);
/** Rules that compare the two forms of a duty. */
const PAIR = /-agree|-pair$|^pair-|^user-many$|^vendor-count|^accident-threshold$/u;

/** 提出前チェック: every gate with its state. Accepted findings and accepted lines do not stop. */
export function gatesOf(report: CheckReport, state: DocumentState, purpose: Purpose): readonly Gate[] {
  return plainGates(report, state, purpose).map((gate) => withAcceptance(report, gate, state.acceptances));
}

function withAcceptance({ subject }: CheckReport, gate: Gate, acceptances: readonly Acceptance[]): Gate {
  if (gate.state !== 'stop' && gate.state !== 'attention') return gate;
  const identity = gateIdentity(subject, gate);
  const acceptance = acceptances.find(
    ({ rule, fingerprint }) => rule === identity.rule && fingerprint === identity.fingerprint,
  );
  return acceptance ? { ...gate, state: 'passed', acceptance } : gate;
}

/** What makes a line the same one: its places with what stands there. */
export function gateIdentity(view: View, { id, count, places, findings }: Gate): FindingIdentity {
  const values = places.map((path) => [path, valuesBelow(view, path)]);
  const found = findings.map((finding) => identityOf(view, finding));
  return {
    rule: `${GATE_PREFIX}${id}`,
    version: 1,
    path: '',
    fingerprint: fingerprint(JSON.stringify([count, values, found])),
  };
}

/** Stands before the id of a line where a rule is named. */
const GATE_PREFIX = 'gate:';

function plainGates(report: CheckReport, state: DocumentState, purpose: Purpose): readonly Gate[] {
  const { subject } = report;
  const open = report.findings.filter(
    (finding) => acceptanceOf(subject, finding, state.acceptances) === undefined,
  );
  const isOwn = ({ rule }: Finding) => !CONSULTATION.has(rule) && !TIMING.has(rule) && !PAIR.test(rule);
  const publish = pathOf(subject, 'publishDate');
  const hasDate = !isBlank(textOf(subject, 'publishDate'));
  const isNewest = editionsOf(subject.form.id)[0] === subject.form.edition;
  const placed = (id: GateId, gate: GateState, places: readonly Path[]): Gate => ({
    id,
    state: gate,
    count: places.length,
    places,
    findings: [],
  });
  return [
    byFindings(
      'errors',
      open.filter((finding) => finding.severity === 'error' && isOwn(finding)),
    ),
    placed('review', stopIf(state.toReview.length > 0), state.toReview),
    { ...placed('unplaced', stopIf(state.unplaced > 0), []), count: state.unplaced },
    placed('undecided', stopIf(state.undecided.length > 0), state.undecided),
    byFindings(
      'timing',
      open.filter(({ rule }) => TIMING.has(rule)),
    ),
    placed('edition', isNewest ? 'passed' : 'attention', []),
    placed('publishDate', dateState(hasDate, purpose), hasDate || publish === undefined ? [] : [publish]),
    byFindings(
      'consultation',
      open.filter(({ rule, severity }) => CONSULTATION.has(rule) && severity === 'error'),
    ),
    placed(
      'withheld',
      state.withheld.length > 0 ? 'attention' : 'passed',
      state.withheld.map(({ path }) => path),
    ),
    pairGate(report, open),
  ];
}

/** What a variant that is handed out is for: 提出用 is the whole text, 公表用 leaves out what is withheld. */
export function purposeOf(variant: string): Purpose | undefined {
  if (variant === 'clean') return 'submission';
  return variant === 'public' ? 'publication' : undefined;
}

/** Whether 提出前チェック would stop. */
export function stops(gates: readonly Gate[]): boolean {
  return gates.some(({ state }) => state === 'stop');
}

function stopIf(isOpen: boolean): GateState {
  return isOpen ? 'stop' : 'passed';
}

/** A submitted copy may still wait for its date; a published one has it. */
function dateState(hasDate: boolean, purpose: Purpose): GateState {
  if (hasDate) return 'passed';
  return purpose === 'publication' ? 'stop' : 'attention';
}

function byFindings(id: GateId, findings: readonly Finding[]): Gate {
  return {
    id,
    state: stopIf(findings.length > 0),
    count: findings.length,
    places: [...new Set(findings.map(({ path }) => path))],
    findings,
  };
}

/** Without the other form the pair is unknown; differences that are no error are to be looked at. */
function pairGate({ subject }: CheckReport, open: readonly Finding[]): Gate {
  const findings = open.filter(({ rule }) => PAIR.test(rule));
  const gate = byFindings('pair', findings);
  if (findings.some(({ severity }) => severity === 'error')) return gate;
  if (findings.length > 0) return { ...gate, state: 'attention' };
  return { ...gate, state: subject.partner ? 'passed' : 'unknown' };
}
