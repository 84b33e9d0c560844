import type { Acceptance } from '../../shared/assessment/acceptance';
import { toOrdinals } from '../../shared/assessment/ordinals';
import type { CheckReport } from '../../shared/checks/check';
import { judgedFindings } from '../../shared/checks/judged';
import { rulesNamed } from '../../shared/checks/rules';
import type { Finding, Severity } from '../../shared/checks/types';
import { dateNumber, parseDate } from '../../shared/japanese/wareki';
import { WrongUsage, type CliTools } from './verb';

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
  /** Who accepted the finding as it is now, when and why. */
  readonly accepted?: Pick<Acceptance, 'reason' | 'author' | 'at'>;
}

export function printedFindings(
  report: CheckReport,
  acceptances: readonly Acceptance[],
  { severities, rules }: CheckRequest,
  finding: CliTools['finding'],
): readonly PrintedFinding[] {
  const { assessment } = report.subject;
  const isWanted = ({ rule, severity }: Finding) =>
    severities.includes(severity) && (rules.size === 0 || rules.has(rule));
  return judgedFindings(report, acceptances)
    .filter(({ finding: found }) => isWanted(found))
    .map(({ finding: found, acceptance }) => ({
      rule: found.rule,
      severity: found.severity,
      path: toOrdinals(assessment, found.path),
      message: finding(found),
      ...(acceptance ? { accepted: acceptedBy(acceptance) } : {}),
    }));
}

function acceptedBy({ reason, author, at }: Acceptance): NonNullable<PrintedFinding['accepted']> {
  return { reason, author, at };
}
