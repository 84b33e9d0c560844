import { itemIdOf, type Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { idWithRole } from '../forms/roles';
import { ROLES, type Role } from '../forms/roleNames';
import { appliesTo, missingNeeds, rules } from './rules';
import { subjectOf } from './subject';
import { textUnits, unitsAt } from './textUnits';
import type {
  CheckInput,
  Contribution,
  Finding,
  Hit,
  Need,
  Rule,
  Severity,
  Subject,
  TextUnit,
} from './types';

/** The outcome of a 点検, with what is needed to bring it up to date after an edit. */
export interface CheckReport {
  readonly subject: Subject;
  /** In the order of the paper; of one item errors first. */
  readonly findings: readonly Finding[];
  /** Rules of this form that could not be judged, and what they would need. */
  readonly notChecked: readonly NotChecked[];
  readonly states: ReadonlyMap<Rule, RuleState>;
}

export interface NotChecked {
  readonly rule: string;
  readonly needs: readonly Need[];
}

/** What one rule has found, kept per text where it reads texts one by one. */
interface RuleState {
  readonly byPath?: ReadonlyMap<Path, readonly Hit[]>;
  readonly contributions?: ReadonlyMap<Path, readonly Contribution[]>;
  readonly hits: readonly Hit[];
}

/** The 点検 of an assessment alone. `referenceDate` as 20241001. */
export function check(assessment: Assessment, referenceDate: number): readonly Finding[] {
  return checkDocument({ assessment, referenceDate }).findings;
}

export function checkDocument(input: CheckInput): CheckReport {
  const subject = subjectOf(input);
  const units = textUnits(subject);
  const applying = rules.filter((rule) => appliesTo(rule, subject.form));
  const states = new Map(
    applying
      .filter((rule) => missingNeeds(rule, input).length === 0)
      .map((rule) => [rule, initialState(rule, subject, units)]),
  );
  return report(subject, states, notCheckedOf(applying, input));
}

/**
 * The report after edits at `changed` paths: only rules that read one of them run again. Where entries, the edition
 * or anything beside the values differ, everything is checked.
 */
export function recheck(before: CheckReport, input: CheckInput, changed: readonly Path[]): CheckReport {
  if (!sameSurroundings(before.subject.input, input)) return checkDocument(input);
  const table = before.subject.changeTable;
  const inTable = table !== undefined && changed.some((path) => path.startsWith(`${table}[`));
  const subject = subjectOf(input, inTable ? undefined : before.subject.rows);
  const touched = touchedOf(before.subject, subject, changed, inTable);
  const states = new Map(
    [...before.states].map(([rule, state]) => [rule, nextState(rule, state, subject, touched)]),
  );
  return report(subject, states, before.notChecked);
}

function sameSurroundings(a: CheckInput, b: CheckInput): boolean {
  const { assessment: one, ...besides } = a;
  const { assessment: other, ...others } = b;
  const keys = new Set([...Object.keys(besides), ...Object.keys(others)]) as Set<keyof typeof besides>;
  return (
    one.lists === other.lists &&
    one.form === other.form &&
    one.edition === other.edition &&
    one.slots === other.slots &&
    [...keys].every((key) => besides[key] === others[key])
  );
}

/** What an edit has touched: paths, the items they belong to, and whether sections became asked for. */
interface Touched {
  readonly paths: readonly Path[];
  readonly items: readonly string[];
  readonly begun: boolean;
}

function touchedOf(before: Subject, now: Subject, changed: readonly Path[], inTable: boolean): Touched {
  // Which rows belong to this round can change with any of their cells.
  const cells = inTable ? [...before.currentCells, ...now.currentCells] : [];
  const paths = [...new Set([...changed, ...cells])];
  return { paths, items: [...new Set(paths.map(itemIdOf))], begun: !sameSet(before.begun, now.begun) };
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}

function initialState(rule: Rule, subject: Subject, units: readonly TextUnit[]): RuleState {
  const { probe } = rule;
  if (probe.kind === 'items') return { hits: probe.find(subject) };
  if (probe.kind === 'text') return textState(groupUnits(units, (unit) => probe.find(unit, subject)));
  const contributions = groupUnits(units, (unit) => contributionOf(probe, unit, subject));
  return { contributions, hits: probe.conclude([...contributions.values()].flat(), subject) };
}

function nextState(rule: Rule, state: RuleState, subject: Subject, touched: Touched): RuleState {
  const { probe } = rule;
  if (probe.kind === 'items')
    return isTouched(probe.reads, subject, touched) ? { hits: probe.find(subject) } : state;
  if (isTouched(probe.reads ?? [], subject, touched)) return initialState(rule, subject, textUnits(subject));
  const units = touched.paths.flatMap((path) => unitsAt(subject, path));
  if (probe.kind === 'text') {
    const fresh = groupUnits(units, (unit) => probe.find(unit, subject));
    return staysEmpty(state.byPath, fresh, touched.paths)
      ? state
      : textState(replaced(state.byPath, touched.paths, fresh));
  }
  const fresh = groupUnits(units, (unit) => contributionOf(probe, unit, subject));
  if (staysEmpty(state.contributions, fresh, touched.paths)) return state;
  const contributions = replaced(state.contributions, touched.paths, fresh);
  // A text that contributes for the first time is put at the end, and must be moved to its place.
  const isNew = [...fresh.keys()].some((path) => !state.contributions?.has(path));
  const all = isNew ? inOrder(subject, contributions) : [...contributions.values()].flat();
  return { contributions, hits: probe.conclude(all, subject) };
}

function contributionOf(
  probe: Extract<Rule['probe'], { kind: 'survey' }>,
  unit: TextUnit,
  subject: Subject,
): readonly Contribution[] {
  const value = probe.collect(unit, subject);
  return value === undefined ? [] : [{ unit, value }];
}

function textState(byPath: ReadonlyMap<Path, readonly Hit[]>): RuleState {
  return { byPath, hits: [...byPath.values()].flat() };
}

function groupUnits<Result>(
  units: readonly TextUnit[],
  read: (unit: TextUnit) => readonly Result[],
): ReadonlyMap<Path, readonly Result[]> {
  const groups = new Map<Path, readonly Result[]>();
  for (const unit of units) {
    const results = read(unit);
    if (results.length > 0) groups.set(unit.path, [...(groups.get(unit.path) ?? []), ...results]);
  }
  return groups;
}

/** Nothing was found at these paths, and nothing is. */
function staysEmpty<Result>(
  known: ReadonlyMap<Path, readonly Result[]> | undefined,
  fresh: ReadonlyMap<Path, readonly Result[]>,
  paths: readonly Path[],
): boolean {
  return fresh.size === 0 && !paths.some((path) => known?.has(path));
}

function replaced<Result>(
  known: ReadonlyMap<Path, readonly Result[]> | undefined,
  paths: readonly Path[],
  fresh: ReadonlyMap<Path, readonly Result[]>,
): ReadonlyMap<Path, readonly Result[]> {
  const next = new Map(known);
  for (const path of paths) if (!fresh.has(path)) next.delete(path);
  for (const [path, results] of fresh) next.set(path, results);
  return next;
}

function inOrder(
  { order }: Subject,
  contributions: ReadonlyMap<Path, readonly Contribution[]>,
): readonly Contribution[] {
  const at = (path: Path) => order.get(path) ?? order.size;
  return [...contributions].sort(([a], [b]) => at(a) - at(b)).flatMap(([, all]) => all);
}

const roleNames: ReadonlySet<string> = new Set(ROLES);

function isTouched(reads: readonly string[], { form }: Subject, { items, begun }: Touched): boolean {
  // Rules that ask for blank items depend on which sections are begun.
  if (begun && reads.length > 0) return true;
  return reads.some((read) => {
    if (read === '*') return true;
    const id = roleNames.has(read) ? idWithRole(form, read as Role) : read;
    return id !== undefined && items.some((item) => item === id || item.startsWith(`${id}.`));
  });
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function report(
  subject: Subject,
  states: ReadonlyMap<Rule, RuleState>,
  notChecked: readonly NotChecked[],
): CheckReport {
  const findings = [...states].flatMap(([rule, { hits }]) => hits.map((hit) => findingOf(rule, hit)));
  return { subject, findings: sorted(subject, findings), notChecked, states };
}

function findingOf({ id, severity }: Rule, hit: Hit): Finding {
  return { ...hit, rule: id, severity: hit.severity ?? severity, params: hit.params ?? {} };
}

function sorted({ order }: Subject, findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({
      finding,
      // What is no part of the form (別紙) comes last.
      place: order.get(finding.path) ?? order.size,
      start: finding.span?.from ?? -1,
    }))
    .sort(
      (a, b) =>
        a.place - b.place || WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || a.start - b.start,
    )
    .map(({ finding }) => finding);
}

function notCheckedOf(applying: readonly Rule[], input: CheckInput): readonly NotChecked[] {
  return applying.flatMap((rule) => {
    const needs = missingNeeds(rule, input);
    return needs.length === 0 ? [] : [{ rule: rule.id, needs }];
  });
}
