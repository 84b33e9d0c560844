import type { DocumentWith, Attachment } from '../assessment/document';
import type { ProgressRecord } from '../assessment/progress';
import { formOfAssessment, textWithRole } from '../assessment/roles';
import type { Assessment } from '../assessment/types';
import { changeCell, changeTableOf } from '../forms/changeTable';
import { dayFrom, type Day } from '../japanese/days';
import { parseDate } from '../japanese/wareki';
import type { LedgerEvent } from './deadlines';

/** Something about the dates of an assessment that a person must look at. `text`: as written. */
export interface DateNotice {
  /** `performedLater`: ①実施日 is later than the last 実施 that is known: a 再実施 may not have been recorded. */
  readonly code: 'dateUnreadable' | 'monthOnly' | 'unknownAssessment' | 'performedLater';
  readonly item: 'published' | 'performed' | 'changes' | 'ended';
  readonly text: string;
}

export interface DocumentEvents {
  readonly events: readonly LedgerEvent[];
  /** 基礎項目評価 ①実施日 */
  readonly performed?: Day;
  readonly notices: readonly DateNotice[];
}

type Known = Pick<DocumentWith<Attachment, unknown>, 'assessment' | 'revisions'> & {
  readonly progress: readonly ProgressRecord[];
};

/**
 * What is known of an assessment's past: the steps that were recorded in the document; where none of a day was, its cover, its
 * table of 変更箇所 and the published editions kept with it.
 */
export function eventsOf({ assessment, revisions, progress }: Known): DocumentEvents {
  const notices: DateNotice[] = [];
  const read = (item: DateNotice['item'], text: string) => readDay(item, text, notices);
  const recorded = progress.flatMap((record) => eventOfRecord(record, progress));
  const written = [
    ...firstPublications(revisions.filter(({ kind }) => kind === 'published').map((kept) => kept.assessment)),
    ...eventsWritten(assessment, read),
  ];
  const days = new Set(recorded.map(({ day }) => day));
  const events = [...recorded, ...written.filter(({ day }) => !days.has(day))];
  const performed = read('performed', textWithRole(assessment, 'basicDate'));
  const doubts = doubtsAbout(events, performed, textWithRole(assessment, 'basicDate'));
  return {
    events,
    ...(performed === undefined ? {} : { performed }),
    notices: [...notices, ...doubts],
  };
}

type Read = (item: DateNotice['item'], text: string) => Day | undefined;

/** The first 公表 of all is of a 実施, whatever was chosen. */
function eventOfRecord(
  { step, day, publication }: ProgressRecord,
  progress: readonly ProgressRecord[],
): readonly LedgerEvent[] {
  const at = Date.parse(day) / 86_400_000;
  if (step === 'reviewed' || step === 'ended') return [{ kind: step, day: at }];
  if (step !== 'published') return [];
  const isFirst = !progress.some((other) => other.step === 'published' && other.day < day);
  const kind = publication ?? (isFirst ? 'assessment' : 'amendment');
  return [{ kind: kind === 'assessment' ? 'assessed' : 'amended', day: at }];
}

/** Editions that were published before anything was changed. */
function firstPublications(editions: readonly Assessment[]): readonly LedgerEvent[] {
  return editions.flatMap((edition) => {
    const day = dayIn(textWithRole(edition, 'publishDate'));
    const isFirst = roundsIn(edition, dayIn).every((round) => round.day > (day ?? 0));
    return day !== undefined && isFirst ? [{ kind: 'assessed' as const, day }] : [];
  });
}

function eventsWritten(assessment: Assessment, read: Read): readonly LedgerEvent[] {
  const published = read('published', textWithRole(assessment, 'publishDate'));
  const rounds = roundsIn(assessment, (text) => read('changes', text));
  const ended = endedDay(textWithRole(assessment, 'name'), read);
  return [
    ...(published === undefined ? rounds : publishedOn(published, rounds)),
    ...(ended === undefined ? [] : [{ kind: 'ended' as const, day: ended }]),
  ];
}

/**
 * 変更日 is the day of 公表 or that of the change itself: the latest round before 公表日 was published on it. Without any, 公表日
 * is that of the 実施.
 */
function publishedOn(published: Day, rounds: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const latest = rounds.filter(({ day }) => day <= published).sort((a, b) => b.day - a.day)[0];
  if (!latest) return [{ kind: 'assessed', day: published }, ...rounds];
  return rounds.map((round) => (round === latest ? { ...round, day: published } : round));
}

/** One for each 変更日 of the table; rows without a date belong to the one above. 再実施 is named in 提出時期に係る説明. */
function roundsIn(assessment: Assessment, read: (text: string) => Day | undefined): readonly LedgerEvent[] {
  const rounds = new Map<Day, LedgerEvent['kind']>();
  const seen = new Map<string, Day | undefined>();
  let day: Day | undefined;
  for (const { date, reason } of changeRowsOf(assessment)) {
    if (/[\d０-９元]/.test(date)) {
      if (!seen.has(date)) seen.set(date, read(date));
      day = seen.get(date);
    }
    if (day === undefined) continue;
    const kind = namesReassessment(reason) ? 'assessed' : 'amended';
    if (kind === 'assessed' || !rounds.has(day)) rounds.set(day, kind);
  }
  return [...rounds].map(([at, kind]) => ({ kind, day: at }));
}

function changeRowsOf(assessment: Assessment): readonly { readonly date: string; readonly reason: string }[] {
  const form = formOfAssessment(assessment);
  const table = changeTableOf(form);
  return (assessment.lists[table] ?? []).map(({ id }) => ({
    date: textAt(assessment, changeCell(form, `${table}[${id}]`, 'date')),
    reason: textAt(assessment, changeCell(form, `${table}[${id}]`, 'reason')),
  }));
}

const NOT_REASSESSED =
  /再実施[^。]*?(?:要しない|要さない|不要|該当しない|あたらない|当たらない|必要(?:は|が)?な[いく]|義務付けられない)/;

/** 「評価の再実施に伴う変更」, but not 「再実施を要しない」. */
function namesReassessment(reason: string): boolean {
  const plain = reason.replace(/\s/g, '');
  return plain.includes('再実施') && !NOT_REASSESSED.test(plain);
}

/** 【令和9年3月31日 終了】 in 評価書名 (規則第16条) */
function endedDay(name: string, read: Read): Day | undefined {
  const mark = /【([^】]*?)[\s　]*終了[\s　]*】/.exec(name)?.[1];
  return mark === undefined ? undefined : read('ended', mark);
}

function doubtsAbout(
  events: readonly LedgerEvent[],
  performed: Day | undefined,
  text: string,
): readonly DateNotice[] {
  const assessed = events.filter(({ kind }) => kind === 'assessed').map(({ day }) => day);
  if (assessed.length === 0)
    return events.some(({ kind }) => kind === 'amended')
      ? [{ code: 'unknownAssessment', item: 'published', text: '' }]
      : [];
  return performed !== undefined && performed > Math.max(...assessed)
    ? [{ code: 'performedLater', item: 'performed', text }]
    : [];
}

/** A month without a day is its first day, so that no deadline comes out later than it is. */
function readDay(item: DateNotice['item'], text: string, notices: DateNotice[]): Day | undefined {
  if (text.trim() === '') return undefined;
  const date = parseDate(text);
  if (!date) notices.push({ code: 'dateUnreadable', item, text });
  else if (date.day === undefined) notices.push({ code: 'monthOnly', item, text });
  return date && dayFrom(date.year, date.month, date.day ?? 1);
}

function dayIn(text: string): Day | undefined {
  return readDay('published', text, []);
}

function textAt({ values }: Assessment, path: string): string {
  const value = values[path];
  return typeof value === 'string' ? value : '';
}
