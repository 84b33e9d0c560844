import type { Box } from './geometry';
import type { Rule } from './marks';
import { largest, smallest } from '../../lists';

/** Points: lines this close are one (double borders, borders drawn cell by cell). */
const SAME_LINE = 1.6;
/** Points: gaps in a dotted line, or between the borders of neighbouring cells. */
const GAP = 4;
/** Points: lines that come this close meet. */
const MEET = 2.5;

/** Lines on the same course joined; shorter pieces lie in longer ones. */
export function joinRules(rules: readonly Rule[]): readonly Rule[] {
  return [true, false].flatMap((horizontal) =>
    courses(rules.filter((rule) => rule.horizontal === horizontal)).flatMap(joinCourse),
  );
}

function courses(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const ordered = [...rules].sort((a, b) => a.at - b.at);
  const groups: Rule[][] = [];
  for (const rule of ordered) {
    const group = groups[groups.length - 1];
    if (group?.[0] && rule.at - group[0].at <= SAME_LINE) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function joinCourse(course: readonly Rule[]): readonly Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...course].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && rule.from <= last.to + GAP)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else joined.push(rule);
  }
  return joined;
}

/** Lines that meet, directly or through others. */
export function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const parent = rules.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return (parent[at] = root);
  };
  const across = indexesOf(rules, true);
  for (const vertical of indexesOf(rules, false)) {
    for (const horizontal of across) {
      if (meet(rules[horizontal], rules[vertical])) parent[rootOf(horizontal)] = rootOf(vertical);
    }
  }
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, at) => {
    const group = groups.get(rootOf(at));
    if (group) group.push(rule);
    else groups.set(rootOf(at), [rule]);
  });
  return [...groups.values()];
}

function indexesOf(rules: readonly Rule[], horizontal: boolean): readonly number[] {
  return rules.flatMap((rule, at) => (rule.horizontal === horizontal ? [at] : []));
}

function meet(across: Rule | undefined, down: Rule | undefined): boolean {
  if (!across || !down) return false;
  return reaches(across, down.at) && reaches(down, across.at);
}

/** Share of the page at its upper and its lower end where page breaks lie. */
const PAGE_END = 1 / 6;

export function isPageEnd(at: number, height: number): boolean {
  return at < height * PAGE_END || at > height * (1 - PAGE_END);
}

export function reaches(rule: Rule, at: number): boolean {
  return at >= rule.from - MEET && at <= rule.to + MEET;
}

export function boundsOf(rules: readonly Rule[]): Box {
  const xs = rules.flatMap((rule) => (rule.horizontal ? [rule.from, rule.to] : [rule.at]));
  const ys = rules.flatMap((rule) => (rule.horizontal ? [rule.at] : [rule.from, rule.to]));
  return { left: smallest(xs), right: largest(xs), top: smallest(ys), bottom: largest(ys) };
}

/** Points by which lines of one row may end apart. */
const SAME_END = 3;

/** A row that both page breaks around it cut has no line across: lines from one end of the page to the other, as one group. */
export function withLinesAbreast(
  groups: readonly (readonly Rule[])[],
  height: number,
): readonly (readonly Rule[])[] {
  const lone = groups
    .flatMap((rules) => (rules.length === 1 ? rules : []))
    .filter((rule) => isWholePage(rule, height));
  const [first] = lone;
  if (!first || lone.length < 2) return groups;
  const abreast = lone.filter(({ from, to }) => isNear(from, first.from) && isNear(to, first.to));
  return [...groups.filter(([rule]) => !rule || !abreast.includes(rule)), abreast];
}

function isWholePage({ horizontal, from, to }: Rule, height: number): boolean {
  return !horizontal && from < height * PAGE_END && to > height * (1 - PAGE_END);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_END;
}
