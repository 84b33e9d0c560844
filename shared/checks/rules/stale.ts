import { toWareki } from '../../japanese/wareki';
import type { Knowledge } from '../facts/knowledge';
import type { StaleWording } from '../facts/schema';
import { blockHeading, kanjiNumber, matchesIn, sentenceAround, type Match } from '../textTools';
import type { Hit, Rule, Severity, Subject, TextUnit } from '../types';
import { textOf } from '../view';

interface Compiled {
  readonly wording: StaleWording;
  readonly pattern: RegExp;
  readonly needs?: RegExp;
  readonly requires?: RegExp;
  readonly unless?: RegExp;
  readonly before?: RegExp;
  readonly block?: RegExp;
  readonly dutyUnless?: RegExp;
}

const compiledOf = new WeakMap<Knowledge, readonly Compiled[]>();

function compiled(knowledge: Knowledge): readonly Compiled[] {
  const known = compiledOf.get(knowledge) ?? knowledge.facts.stale.wordings.map(compile);
  compiledOf.set(knowledge, known);
  return known;
}

function compile(wording: StaleWording): Compiled {
  const optional = (key: 'needs' | 'requires' | 'unless' | 'before' | 'block' | 'dutyUnless') => {
    const source = wording[key];
    return source === undefined ? {} : { [key]: new RegExp(source, 'u') };
  };
  return {
    wording,
    pattern: new RegExp(wording.pattern, 'gu'),
    ...optional('needs'),
    ...optional('requires'),
    ...optional('unless'),
    ...optional('before'),
    ...optional('block'),
    ...optional('dutyUnless'),
  };
}

function staleHits(unit: TextUnit, subject: Subject): readonly Hit[] {
  const text = unit.plain;
  const found = compiled(subject.knowledge)
    .filter(({ wording }) => (wording.since ?? 0) <= subject.referenceDate)
    .flatMap((entry) =>
      matchesIn(text, entry.pattern, unit.text)
        .filter((match) => holds(entry, text, match, subject))
        // What a person must judge is pointed at once in each text.
        .slice(0, entry.wording.replacement === undefined ? 1 : undefined)
        .map((match) => hitOf(unit, entry.wording, match)),
    );
  return withoutOverlaps([...found, ...renumberedHits(unit, text, subject)]);
}

function holds(entry: Compiled, text: string, { from }: Match, subject: Subject): boolean {
  const sentence = sentenceAround(text, from);
  return (
    (entry.needs?.test(sentence) ?? true) &&
    (entry.requires?.test(sentence) ?? true) &&
    !(entry.unless?.test(sentence) ?? false) &&
    !(entry.before?.test(text.slice(Math.max(0, from - 30), from)) ?? false) &&
    (entry.block?.test(blockHeading(text, from)) ?? true) &&
    !(entry.dutyUnless?.test(textOf(subject, 'dutyName') + textOf(subject, 'name')) ?? false)
  );
}

function hitOf({ path, within }: TextUnit, wording: StaleWording, match: Match): Hit {
  return {
    path,
    severity: severityOf(wording),
    params: {
      entry: wording.id,
      found: match.words,
      instead: wording.today,
      since: wording.since === undefined ? '－' : dayText(wording.since),
    },
    span: { from: match.from, to: match.to, ...(within === undefined ? {} : { within }) },
    ...(wording.replacement === undefined ? {} : { replacement: wording.replacement }),
  };
}

/** A wording whose date is not known, or that rests on memory, is a 参考. */
function severityOf({ severity, certainty }: StaleWording): Severity {
  if (certainty === 'date-unknown' || certainty === 'recalled') return 'notice';
  return severity;
}

function dayText(day: number): string {
  return toWareki({ year: Math.floor(day / 10_000), month: Math.floor(day / 100) % 100, day: day % 100 });
}

/** 別表第一の30の項, 別表第一（8、94の項）: the numbers behind a citation of the old first table. */
const CITATION =
  /(?<!住民基本台帳法の?)(?<!住基法の?)(?<!条例の?)別表第(?<table>一|二|1|2)(?![0-9〇一二三四五六七八九十号])[のにおけるび\s（(「第・,、]{0,6}(?<list>(?:[0-9〇一二三四五六七八九十百]{1,5}(?:の[0-9一二三四五六七八九]{1,2}(?!の?項[^、,]))?(?:の?項)?[、,・及びならに並\s]{0,4}){1,12})(?<=項)/gu;

function renumberedHits(unit: TextUnit, text: string, subject: Subject): readonly Hit[] {
  const { renumbered } = subject.knowledge.facts.stale;
  if (renumbered.since > subject.referenceDate || !text.includes('別表第')) return [];
  return matchesIn(text, CITATION, unit.text).flatMap(({ from, to, words }) => {
    const groups = new RegExp(CITATION.source, 'u').exec(text.slice(Math.max(0, from - 8), to))?.groups;
    const numbers = numbersIn(groups?.list ?? '');
    if (numbers.length === 0) return [];
    const isFirst = groups?.table === '一' || groups?.table === '1';
    const span = { from, to, ...(unit.within === undefined ? {} : { within: unit.within }) };
    const since = dayText(renumbered.since);
    return isFirst
      ? firstTable({ path: unit.path, span }, words, numbers, since, subject)
      : secondTable({ path: unit.path, span }, words, numbers, since, subject);
  });
}

type Place = Pick<Hit, 'path'> & { readonly span: NonNullable<Hit['span']> };

/** The whole list is renewed only where every number of it has its successor. */
function firstTable(
  place: Place,
  words: string,
  numbers: readonly string[],
  since: string,
  { knowledge }: Subject,
): readonly Hit[] {
  const items = numbers.map((number) =>
    knowledge.facts.stale.renumbered.items.find(({ old }) => old === number),
  );
  const known = items.filter((item) => item !== undefined);
  const renewed = `別表の${known.map((item) => item.new).join('、')}の項`;
  const isComplete = known.length === numbers.length;
  const isSure = isComplete && known.every(({ certainty }) => certainty === undefined);
  return [
    {
      ...place,
      severity: isSure ? 'error' : 'warning',
      params: { entry: known[0]?.id ?? 's014', found: words, instead: isComplete ? renewed : '別表', since },
      ...(isSure ? { replacement: renewed } : {}),
    },
  ];
}

function secondTable(
  place: Place,
  words: string,
  numbers: readonly string[],
  since: string,
  subject: Subject,
): readonly Hit[] {
  const duty = textOf(subject, 'dutyName') + textOf(subject, 'name');
  const enquiry = subject.knowledge.facts.stale.renumbered.enquiries.find(
    (entry) => duty.includes(entry.duty) && numbers.some((number) => entry.old.includes(number)),
  );
  const instead = enquiry?.today ?? '命令第2条の表';
  return [
    { ...place, severity: 'warning', params: { entry: enquiry?.id ?? 's015', found: words, instead, since } },
  ];
}

function numbersIn(list: string): readonly string[] {
  return [
    ...list.matchAll(/([0-9]{1,3}|[〇一二三四五六七八九十百]{1,5})(?:の([0-9一二三四五六七八九]{1,2}))?/gu),
  ].flatMap(([, main = '', branch]) => {
    const number = kanjiNumber(main);
    if (number === undefined) return [];
    const part = branch === undefined ? undefined : kanjiNumber(branch);
    return [part === undefined ? String(number) : `${String(number)}の${String(part)}`];
  });
}

/** Of several entries about the same words the first, longest one is reported. */
function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  const length = ({ span }: Hit) => (span ? span.to - span.from : 0);
  for (const hit of [...hits].sort((a, b) => length(b) - length(a)))
    if (!kept.some((other) => overlap(other, hit))) kept.push(hit);
  return kept.sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0));
}

function overlap({ span: a }: Hit, { span: b }: Hit): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}

export const staleRules: readonly Rule[] = [
  {
    id: 'stale-any',
    severity: 'warning',
    ground: 'law',
    replaces: true,
    aliases: ['stale'],
    probe: { kind: 'text', reads: ['dutyName', 'name'], find: staleHits },
  },
];
