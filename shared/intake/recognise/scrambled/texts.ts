import type { Run } from './runs';
import { fit } from './shapes';
import type { Slot } from './slots';
import { smallest } from '../../lists';

/** Where a run of lines belongs. */
export interface Belonging {
  readonly run: Run;
  /** Undefined: to no place of the page. */
  readonly slot: Slot | undefined;
  /** Other places that are nearly as likely. */
  readonly rivals: readonly Slot[];
  /** Stands far from its heading, or its sentence goes on elsewhere. */
  readonly weak: boolean;
}

/**
 * What speaks for and against a run belonging to a place, as costs. A heading right before is the rule; the
 * others are what extraction does to cells: value before its heading, headings in one clump and values in the
 * next, a cell's paragraphs torn apart.
 */
const COST = {
  sameLine: 0,
  sameBox: 0.2,
  nextBox: 0.4,
  perBoxBetween: 0.15,
  /** For each further place whose heading stands in the same clump: the nearest is less sure. */
  perClumped: 0.6,
  clump: 0.9,
  perBreak: 0.45,
  /** `② …` at the beginning: what comes before it belongs to the same value. */
  midList: 2,
  clumpBackwards: 1.5,
  headingBehindOnLine: 0.1,
  headingBehindInBox: 0.8,
  betweenHeadings: 1.4,
  /** The first words of a page may as well end what was written on the page before. */
  headingBehindAtTop: 1.9,
  headingBehind: 2,
  elsewhere: 3.5,
  onward: 0.2,
  fewWords: 1,
  resumed: 2.2,
  /** The place already has words on the line of its heading. */
  afterInlineText: 2.6,
  afterInlineLong: 0.8,
  /** The place has a value that stood before its heading. */
  afterValueBefore: 2.4,
  unfinishedBefore: 0.8,
  openBefore: 1.4,
  unlikelyBehindHeading: 0.6,
  fromPageBefore: 2.2,
  nowhere: 5,
  left: 1.1,
  /** Two runs of one sentence in different places. */
  brokenSentence: 1.5,
  brokenSentenceAfar: 0.6,
} as const;

/** A run that costs more than this stands too far from its heading to be certain. */
const FAR = 2.1;

const WIDTH = 48;
const MARGIN = 0.7;

interface State {
  readonly cost: number;
  readonly slot: Slot | undefined;
  readonly before: State | undefined;
  /** Last run of each place that has one. */
  readonly last: ReadonlyMap<Slot, Run>;
  /** Places of this run are not certain by themselves: it stands far off, or a sentence was broken. */
  readonly weak: boolean;
}

/** A step before it is kept: most are not, so its map is not made yet. */
type Step = Omit<State, 'last' | 'before'> & { readonly before: State };

/** The place that was written last on the page before. */
export interface Carried {
  readonly slot: Slot;
  /** Its words broke off in the middle of a sentence. */
  readonly unfinished: boolean;
  /** They do not end like a sentence. */
  readonly open: boolean;
}

/**
 * Gives the runs of a page to its places: the cheapest way as a whole, and what is nearly as cheap as rivals.
 * `carried` is the place that was last written on the page before and may go on.
 */
export function belongings(
  runs: readonly Run[],
  places: readonly Slot[],
  carried: Carried | undefined,
): readonly Belonging[] {
  const open = [...new Set([...places, ...(carried ? [carried.slot] : [])])].filter(takesWords);
  let states: readonly State[] = [
    { cost: 0, slot: undefined, before: undefined, last: new Map(), weak: false },
  ];
  runs.forEach((run, nth) => {
    states = states
      .flatMap((state) => steps(state, run, { open, carried, previous: runs[nth - 1] }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, WIDTH)
      .map((step) => ({ ...step, last: written(step, run) }));
  });
  const ended = states.map((state) => ({
    slots: along(state),
    weak: weakAlong(state),
    cost: state.cost + leftBlank(state, places),
  }));
  return read(
    runs,
    ended.sort((a, b) => a.cost - b.cost),
  );
}

function takesWords(slot: Slot): boolean {
  return slot.takes === 'text' || slot.takes === 'image';
}

interface Around {
  readonly open: readonly Slot[];
  readonly carried: Carried | undefined;
  readonly previous: Run | undefined;
}

function steps(state: State, run: Run, around: Around): readonly Step[] {
  const bond = around.previous ? bondOf(around.previous, run) : 0;
  const nowhere = { cost: state.cost + COST.nowhere + bond, slot: undefined, before: state, weak: false };
  return [
    nowhere,
    ...around.open.map((slot) => {
      const own = cost(state, run, slot, around);
      const broken = slot === state.slot ? 0 : bond;
      return { cost: state.cost + own + broken, slot, before: state, weak: own > FAR || broken > 0 };
    }),
  ];
}

function written({ before, slot }: Step, run: Run): State['last'] {
  return slot ? new Map(before.last).set(slot, run) : before.last;
}

/** What it costs to tear two neighbours apart: a sentence that breaks off on a full line goes on. */
function bondOf(previous: Run, run: Run): number {
  if (!previous.breaksOff) return 0;
  const together = previous.box === run.box || previous.before === run.before;
  return together ? COST.brokenSentence : COST.brokenSentenceAfar;
}

function cost(state: State, run: Run, slot: Slot, around: Around): number {
  const written = state.last.get(slot);
  if (written && written === around.previous && goesOn(run, written)) {
    return goingOn(run, slot) + afterInline(written, slot, run);
  }
  const shape = written ? Math.max(0, fit(run.look, slot)) : fit(run.look, slot);
  const middle = !written && run.before?.slot !== slot && startsMidList(run.text) ? COST.midList : 0;
  return shape + middle + (written ? again(run, written, slot) : nearness(run, slot, around, state.slot));
}

/** `②`, `2.`, `（３）`, `また、`: the first line counts on. */
export function startsMidList(text: string): boolean {
  return /^\s*(?:[②-⑳]|[(（]?[2-9２-９][.．)）]|(?:また|なお|ただし|さらに|そのため|このため)[、，])/.test(
    text,
  );
}

/** Paragraphs of one cell; a place for few words seldom has several. */
function goingOn(run: Run, slot: Slot): number {
  const few = slot.item?.type === 'longtext' ? 0 : COST.fewWords;
  return COST.onward + few + Math.max(0, fit(run.look, slot));
}

/** Nothing but blank lines and print between: the same cell. */
function goesOn(run: Run, previous: Run): boolean {
  return run.before?.slot === previous.before?.slot;
}

function again(run: Run, written: Run, slot: Slot): number {
  const before = written.after?.slot === slot && written.before?.slot !== slot;
  const onLine = before && written.after.sameLine;
  if (onLine && run.before?.slot === slot && run.before.sameBox) return COST.onward;
  if (before && run.before?.slot === slot) return COST.afterValueBefore * (onLine ? 1 : 0.3);
  if (run.before?.slot === slot) return COST.sameBox + afterInline(written, slot, run);
  return COST.resumed;
}

function afterInline(written: Run, slot: Slot, run: Run): number {
  if (!written.before?.sameLine || run.before?.sameBox) return 0;
  return slot.item?.type === 'longtext' ? COST.afterInlineLong : COST.afterInlineText;
}

function nearness(
  run: Run,
  slot: Slot,
  { carried, previous: previousRun }: Around,
  previous: Slot | undefined,
): number {
  const options = [COST.elsewhere, fromBefore(run, slot), fromBehind(run, slot)];
  if (run.before?.slot !== slot && run.clump.some((one) => one.slot === slot))
    options.push(clumped(run, slot, previous));
  const first = carried !== undefined && previousRun === undefined;
  if (first && slot === carried.slot) options.push(fromPageBefore(run, carried));
  return smallest(options) + (first && slot !== carried.slot ? tornFromPageBefore(run, carried) : 0);
}

/** The first words of a page go on with what was written last where that broke off. */
function fromPageBefore(run: Run, { unfinished, open }: Carried): number {
  if (unfinished) return COST.unfinishedBefore + (run.before ? COST.unlikelyBehindHeading : 0);
  if (run.before) return COST.elsewhere;
  return open ? COST.openBefore : COST.fromPageBefore;
}

function tornFromPageBefore(run: Run, { unfinished }: Carried): number {
  if (!unfinished) return 0;
  return run.before ? COST.brokenSentenceAfar : COST.brokenSentence;
}

/** The values of a clump come in the order of its headings. */
function clumped({ clump }: Run, slot: Slot, previous: Slot | undefined): number {
  const at = clump.findIndex((one) => one.slot === slot);
  const back = previous !== undefined && clump.findIndex((one) => one.slot === previous) > at;
  const nearest = clump.at(-1)?.breaks ?? 0;
  const breaks = Math.max(0, (clump[at]?.breaks ?? 0) - nearest);
  return COST.clump + breaks * COST.perBreak + (back ? COST.clumpBackwards : 0);
}

function fromBefore({ before, clump }: Run, slot: Slot): number {
  if (before?.slot !== slot) return COST.elsewhere;
  if (before.sameLine) return COST.sameLine;
  const nearest = clump.at(-1)?.breaks ?? 0;
  const rivals = clump.filter((other) => other.slot !== slot && other.slot.takes === 'text');
  const weight = rivals.reduce((sum, { breaks }) => sum + 1 / (1 + Math.max(0, breaks - nearest)), 0);
  const doubt = Math.min(2, weight * COST.perClumped);
  if (before.sameBox) return COST.sameBox;
  return COST.nextBox + Math.min(1, (before.distance - 1) * COST.perBoxBetween) + doubt;
}

function fromBehind({ after, before }: Run, slot: Slot): number {
  if (after?.slot !== slot) return COST.elsewhere;
  if (after.sameLine) return COST.headingBehindOnLine;
  if (after.sameBox && !before) return COST.headingBehindAtTop;
  if (after.sameBox) return before?.sameBox ? COST.betweenHeadings : COST.headingBehindInBox;
  return COST.headingBehind + Math.min(1, (after.distance - 1) * COST.perBoxBetween);
}

function leftBlank(state: State, places: readonly Slot[]): number {
  return places.filter((slot) => slot.takes === 'text' && !state.last.has(slot)).length * COST.left;
}

function along(state: State): readonly (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = [];
  for (let at = state; at.before; at = at.before) slots.push(at.slot);
  return slots.reverse();
}

/** Also the run before one that breaks its sentence. */
function weakAlong(state: State): readonly boolean[] {
  const weak: boolean[] = [];
  for (let at = state; at.before; at = at.before) weak.push(at.weak);
  return weak.reverse();
}

/**
 * Several headings stand together before the run: only if as many runs follow, one for each in the order of the
 * form, is it certain which is whose.
 */
function isCrowded(runs: readonly Run[], run: Run, slot: Slot | undefined): boolean {
  if (!slot || run.before?.sameBox || !run.clump.some((one) => one.slot === slot)) return false;
  const nearest = run.clump.at(-1)?.breaks ?? 0;
  const heads = run.clump.filter((one) => one.slot.takes === 'text' && one.breaks - nearest <= 1);
  if (heads.length < 2) return false;
  const following = runs.filter((other) => other.before?.slot === run.before?.slot).length;
  const inOrder = heads.every((one, nth) => nth === 0 || one.slot.index > (heads[nth - 1]?.slot.index ?? 0));
  return !inOrder || following !== heads.length || run.hasShortLine;
}

/** The next run goes on with this one's sentence, elsewhere. */
function brokenNext(runs: readonly Run[], { slots }: Way, nth: number): boolean {
  const [run, next] = [runs[nth], runs[nth + 1]];
  if (!run || !next || slots[nth + 1] === slots[nth]) return false;
  return bondOf(run, next) > 0 || startsMidList(next.text);
}

/** The heading right behind has no words: those of several lines before it may hold its own. */
function mayHoldNext({ after, wordings }: Run, blank: (slot: Slot) => boolean): boolean {
  return after !== undefined && blank(after.slot) && wordings.length > 1;
}

interface Way {
  readonly cost: number;
  readonly weak: readonly boolean[];
  readonly slots: readonly (Slot | undefined)[];
}

function read(runs: readonly Run[], ways: readonly Way[]): readonly Belonging[] {
  const best = ways[0];
  if (!best) return [];
  const near = ways.filter((way) => way.cost < best.cost + MARGIN);
  const blank = (slot: Slot): boolean => takesWords(slot) && !best.slots.includes(slot);
  return runs.map((run, nth) => {
    const slot = best.slots[nth];
    const rivals = near
      .map((way) => way.slots[nth])
      .filter((other): other is Slot => !!other && other !== slot);
    return {
      run,
      slot,
      rivals: [...new Set(rivals)],
      weak:
        best.weak[nth] === true ||
        run.hasPrint ||
        mayHoldNext(run, blank) ||
        brokenNext(runs, best, nth) ||
        isCrowded(runs, run, slot),
    };
  });
}
