import type { Checks } from '../../../assessment/types';
import type { FormItem, FormOption } from '../../../forms/types';
import { type Content, inText } from '../content';
import { keyOf } from '../fold';
import { likeness } from '../alike';
import { type Tick, tickAt, type TickLook } from '../marks';

/** One option as it stands in the source. */
export interface CheckMark {
  readonly item: FormItem;
  readonly option: FormOption;
  /** Absent where the label is printed without a box. */
  readonly look?: TickLook;
  readonly text: string;
  /** The number in （ ）件 behind the option. */
  readonly count?: string;
  /** The label is only nearly that of the option. */
  readonly near?: boolean;
  /** Box, label and brackets as a stretch of the content. */
  readonly at: readonly [number, number];
}

const LEAST_ALIKE = 0.72;

export interface ChecksReading {
  readonly marks: readonly CheckMark[];
  /** Numbers in （ ）件 that stand apart from their options, in order. */
  readonly counts: readonly string[];
  /** Text that is neither an option nor its free text, as stretches of the content. */
  readonly rest: readonly (readonly [number, number])[];
}

/** The boxes of one or several items of checks (識別情報, 連絡先等情報 … may share a cell). */
export function readChecks(items: readonly FormItem[], content: Content): ChecksReading {
  return new ChecksScanner(items, content).read();
}

interface Known {
  readonly item: FormItem;
  readonly option: FormOption;
  readonly key: string;
}

class ChecksScanner {
  private readonly known: readonly Known[];
  private readonly titles: readonly string[];
  private readonly marks: CheckMark[] = [];
  private readonly rest: (readonly [number, number])[] = [];
  private readonly counts: string[] = [];
  private readonly key: string;
  private at = 0;
  private restFrom = -1;

  constructor(
    items: readonly FormItem[],
    private readonly content: Content,
  ) {
    this.key = content.folded.key;
    this.titles = items.map(({ label }) => keyOf(label.replace(/^・/, '')));
    this.known = items
      .flatMap((item) => (item.options ?? []).map((option) => ({ item, option, key: keyOf(option.label) })))
      .sort((a, b) => b.key.length - a.key.length);
  }

  read(): ChecksReading {
    while (this.at < this.key.length) {
      const tick = tickAt(this.content.text, this.content.folded, this.at);
      const known = this.optionAt(tick?.to ?? this.at);
      if (known && (tick || this.standsAlone(known))) this.mark(known, tick?.look, tick?.to ?? this.at);
      else if (tick && this.markAlike(tick)) continue;
      else if (this.title() || this.looseCount()) continue;
      else this.skip();
    }
    this.endRest();
    return { marks: this.marks, counts: this.counts, rest: this.rest };
  }

  /** A label damaged by text recognition: nearly an option that has not been met. */
  private markAlike(tick: Tick): boolean {
    const label = /^[^()☐☑◎◉□■]{2,40}/.exec(this.key.slice(tick.to))?.[0] ?? '';
    const free = this.known.filter(({ option }) => !this.marks.some((mark) => mark.option === option));
    const near = free
      .map((known) => ({ known, alike: likeness(known.key, label) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (!near || near.alike < LEAST_ALIKE) return false;
    // More than a misread character or two: the words are kept for a person.
    const foreign = Array.from(label).filter((character) => !near.known.key.includes(character));
    if (foreign.length > 1) this.rest.push(inText(this.content.folded, tick.to, tick.to + label.length));
    this.mark({ ...near.known, key: label }, tick.look, tick.to, true);
    return true;
  }

  private optionAt(at: number): Known | undefined {
    return this.known.find(({ key }) => this.key.startsWith(key, at));
  }

  /** A label without a box: behind a bullet, a bracket or another option, not in the middle of a sentence. */
  private standsAlone({ key }: Known): boolean {
    return this.restFrom < 0 && (key.length > 3 || this.marks.length > 0);
  }

  private mark({ item, option, key }: Known, look: TickLook | undefined, at: number, near = false): void {
    const from = this.at;
    this.endRest();
    this.at = at + key.length;
    const count = option.countItem === undefined ? undefined : this.count();
    const text = option.withText ? this.bracket() : '';
    this.marks.push({
      at: inText(this.content.folded, from, this.at),
      item,
      option,
      text,
      ...(look ? { look } : {}),
      ...(count === undefined ? {} : { count }),
      ...(near ? { near } : {}),
    });
  }

  /** （ 21 ）件 */
  private count(): string | undefined {
    const match = /^\(([\d、]{0,9})\)?件/.exec(this.key.slice(this.at, this.at + 13));
    if (!match) return undefined;
    this.at += match[0].length;
    return match[1];
  }

  private looseCount(): boolean {
    const counts = this.known.some(({ option }) => option.countItem !== undefined);
    const count = counts ? this.count() : undefined;
    if (count !== undefined) this.counts.push(count);
    return count !== undefined;
  }

  /** The text in the brackets behind an option. A bracket that is not closed ends before the next box. */
  private bracket(): string {
    if (this.key[this.at] !== '(' || this.isTickBefore(this.at)) return '';
    const from = this.at + 1;
    let depth = 1;
    let to = from;
    for (; to < this.key.length && depth > 0; to++) {
      if (depth === 1 && to > from && this.isTickBefore(to)) break;
      if (this.key[to] === '(') depth++;
      if (this.key[to] === ')') depth--;
    }
    const end = depth === 0 ? to - 1 : to;
    this.at = to;
    return end > from ? this.content.text.slice(...inText(this.content.folded, from, end)).trim() : '';
  }

  private isTickBefore(at: number): boolean {
    const tick = tickAt(this.content.text, this.content.folded, at);
    return tick !== undefined && this.optionAt(tick.to) !== undefined;
  }

  private title(): boolean {
    const title = this.titles.find((label) => this.key.startsWith(label, this.at));
    if (title === undefined) return false;
    this.endRest();
    this.at += title.length;
    return true;
  }

  private skip(): void {
    if (this.restFrom < 0 && !/[・()※、。]/.test(this.key[this.at] ?? '')) this.restFrom = this.at;
    this.at++;
  }

  private endRest(): void {
    if (this.restFrom >= 0) this.rest.push(inText(this.content.folded, this.restFrom, this.at));
    this.restFrom = -1;
  }
}

export interface ChecksDecision {
  readonly value: Checks;
  /** Why a person must look. */
  readonly reason?: string;
}

/**
 * Which options are selected. Where text recognition wrote the boxes (`lossy`), a row of boxes that are all alike
 * and empty says nothing, and an HTML radio button is a ○ only perhaps. Text in an option's brackets speaks for it.
 */
export function decideChecks(marks: readonly CheckMark[], lossy: boolean): ChecksDecision {
  const on = marks.filter(({ look }) => look === 'circle' || look === 'boxOn' || look === 'radioOn');
  const argued = marks.filter(
    (mark) => !on.includes(mark) && (mark.text !== '' || /[1-9]/.test(mark.count ?? '')),
  );
  const radios = lossy ? marks.filter(({ look }) => look === 'radioOff') : [];
  const likely = on.length === 0 ? radios : [];
  const believed = lossy ? [...argued, ...likely] : [];
  const selected = marks.filter((mark) => on.includes(mark) || believed.includes(mark));
  const reason = doubtOf(marks, { on, argued, radios }, lossy);
  return { value: valueOf(selected, marks), ...(reason === undefined ? {} : { reason }) };
}

interface Evidence {
  readonly on: readonly CheckMark[];
  readonly argued: readonly CheckMark[];
  readonly radios: readonly CheckMark[];
}

function doubtOf(
  marks: readonly CheckMark[],
  { on, argued, radios }: Evidence,
  lossy: boolean,
): string | undefined {
  if (marks.length === 0) return 'checksUnread';
  if (lossy && on.length === 0 && marks.some(({ look }) => look === 'boxOff' || look === 'radioOff'))
    return 'ticksLost';
  if (radios.length > 0) return 'ticksUnclear';
  if (argued.length > 0) return lossy && on.length === 0 ? 'ticksLost' : 'textWithoutTick';
  if (marks.some(({ look }) => look === undefined)) return 'tickMissing';
  if (marks.some(({ near }) => near)) return 'optionAlike';
  return contradicts(on) ? 'ticksContradict' : undefined;
}

/** An option that excludes the others (行っていない) together with one of them. */
function contradicts(on: readonly CheckMark[]): boolean {
  return on.length > 1 && on.some(({ option }) => option.exclusive);
}

/** Text in the brackets of an option that is not selected is kept, too. */
function valueOf(selected: readonly CheckMark[], marks: readonly CheckMark[]): Checks {
  const labels = [...new Set(selected.map(({ option }) => option.label))];
  const texts = marks
    .filter(({ text }) => text !== '')
    .map(({ option, text }) => [option.label, text] as const);
  return { selected: labels, texts: Object.fromEntries(texts) };
}
