import type { HyokaDocument } from '../../shared/assessment/document';
import { toOrdinals } from '../../shared/assessment/ordinals';
import type { Assessment } from '../../shared/assessment/types';
import { bothOf, type FolderDocument } from '../../shared/checks/folder';
import { checkDocument, type CheckReport } from '../../shared/checks/check';
import { gatesOf, type DocumentState, type Gate } from '../../shared/checks/gates';
import { rulesNamed } from '../../shared/checks/rules';
import type { CheckInput, Finding, Severity } from '../../shared/checks/types';
import { headingReader } from '../../shared/headings/reader';
import { dateNumber, parseDate } from '../../shared/japanese/wareki';
import { WrongUsage, type CliTools } from './verb';
import { textWithRole } from '../../shared/assessment/roles';

/** What `check` was asked for. */
export interface CheckRequest {
  readonly referenceDate: number;
  readonly severities: readonly Severity[];
  /** Ids of rules; all where empty. */
  readonly rules: ReadonlySet<string>;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Reads `--on`, `--severity` (this one and what is graver) and `--rule` (an id, or a former one). */
export function checkRequest(
  text: (name: 'on' | 'severity' | 'rule') => string | undefined,
  today: number,
): CheckRequest {
  const [on, severity, rule] = [text('on'), text('severity'), text('rule')];
  const least = severity === undefined ? SEVERITIES.length - 1 : SEVERITIES.indexOf(severity as Severity);
  const wanted = rule === undefined ? [] : rule.split(',').map((id) => ({ id, rules: rulesNamed(id) }));
  if (least < 0 || wanted.some(({ rules }) => rules.length === 0)) throw new WrongUsage();
  return {
    referenceDate: on === undefined ? today : dayNamed(on),
    severities: SEVERITIES.slice(0, least + 1),
    rules: new Set(wanted.flatMap(({ rules }) => rules.map(({ id }) => id))),
  };
}

/** 2026-04-01, or any date as offices write it. */
function dayNamed(text: string): number {
  const date = parseDate(text);
  if (date?.day === undefined) throw new WrongUsage();
  return dateNumber(date);
}

/** A finding as the command line prints it. */
export interface PrintedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
}

export function printedFindings(
  { subject, findings }: CheckReport,
  { severities, rules }: CheckRequest,
  finding: CliTools['finding'],
): readonly PrintedFinding[] {
  const isWanted = ({ rule, severity }: Finding) =>
    severities.includes(severity) && (rules.size === 0 || rules.has(rule));
  return findings.filter(isWanted).map((found) => ({
    rule: found.rule,
    severity: found.severity,
    path: toOrdinals(subject.assessment, found.path),
    message: finding(found),
  }));
}

/** What a document is checked with: the edition published last, and what is beside it in its folder. */
export function checkInputOf(
  document: HyokaDocument,
  referenceDate: number,
  folder?: { readonly own: FolderDocument; readonly all: readonly FolderDocument[] },
): CheckInput {
  const previous = publishedBefore(document);
  return {
    assessment: document.assessment,
    referenceDate,
    readHeading: readHeading,
    ...(previous ? { previous } : {}),
    ...(folder ? bothOf(folder.own, folder.all) : {}),
  };
}

const readHeading = headingReader();

/** The published revision that came last, else what was imported; its 公表日 where it can be read. */
function publishedBefore({ revisions, assessment }: HyokaDocument): CheckInput['previous'] {
  const newestFirst = [...revisions].sort((a, b) => b.at - a.at);
  const found =
    newestFirst.find(({ kind }) => kind === 'published') ??
    newestFirst.find(({ kind }) => kind === 'imported');
  if (found?.assessment.form !== assessment.form) return undefined;
  const publishedOn = publishedDay(found.assessment);
  return { assessment: found.assessment, ...(publishedOn === undefined ? {} : { publishedOn }) };
}

function publishedDay(assessment: Assessment): number | undefined {
  const date = parseDate(textWithRole(assessment, 'publishDate'));
  return date?.day === undefined ? undefined : dateNumber(date);
}

/** 提出前チェック of a document as it is kept. */
export function documentGates(document: HyokaDocument, input: CheckInput): readonly Gate[] {
  return gatesOf(checkDocument({ ...input, wholeDocument: true }), stateOf(document), 'submission');
}

function stateOf({ review, leftover, comments, acceptances }: HyokaDocument): DocumentState {
  return {
    toReview: review.filter(({ settled }) => !settled).map(({ path }) => path),
    unplaced: leftover.filter(({ state }) => state === 'open').length,
    undecided: [],
    withheld: comments.flatMap(({ path, withhold, resolved }) =>
      withhold && path !== undefined && !resolved ? [{ path, ...withhold }] : [],
    ),
    acceptances,
  };
}
