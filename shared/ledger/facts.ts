import { blanksOf, filledOf } from '../assessment/completion';
import type { Attachment, DocumentWith } from '../assessment/document';
import { currentRecord, type State, stateOf } from '../assessment/progress';
import { textWithRole } from '../assessment/roles';
import { acceptanceOf } from '../checks/acceptance';
import { checkDocument } from '../checks/check';
import type { Role } from '../forms/roleNames';
import type { Edition, FormId } from '../forms/types';
import { type Deadlines, deadlinesOf } from './deadlines';
import { type DateNotice, eventsOf } from './events';
import { type PlanFacts, planFacts } from './planFacts';

/** What the 台帳 says of one document without a 点検. Texts are as written, '' where blank. */
export interface AssessmentFacts {
  readonly documentId: string;
  /** 評価書番号 */
  readonly number: string;
  /** 評価書名 */
  readonly name: string;
  readonly form: FormId;
  readonly edition: Edition;
  /** 評価実施機関における担当部署 ①部署, on one line. */
  readonly department: string;
  /** 評価実施機関名 */
  readonly agency: string;
  readonly state: State;
  /** When the state was reached, `2027-03-01`, and who recorded it; absent while it is 下書き from the beginning. */
  readonly stateSince?: { readonly day: string; readonly by: string };
  readonly deadlines: Deadlines;
  readonly dateNotices: readonly DateNotice[];
  /** 要確認: items of an import that nobody has looked at yet. */
  readonly toReview: number;
  /** Items that apply and hold nothing. */
  readonly blank: number;
  readonly plan: PlanFacts;
}

/** Findings of the 点検 that nobody has accepted. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
}

type Known = DocumentWith<Attachment, unknown>;

export function assessmentFacts(document: Known): AssessmentFacts {
  const { assessment, progress, review } = document;
  const { form, edition } = assessment;
  const text = (role: Role) => oneLine(textWithRole(assessment, role));
  const { events, performed, notices } = eventsOf(document);
  const record = currentRecord(progress);
  return {
    documentId: document.id,
    number: text('number'),
    name: text('name'),
    form,
    edition,
    department: text('department'),
    agency: text('agency'),
    state: stateOf(progress),
    ...(record ? { stateSince: { day: record.day, by: record.author.name } } : {}),
    deadlines: deadlinesOf(events, performed),
    dateNotices: notices,
    toReview: review.filter(({ settled }) => !settled).length,
    blank: blanksOf(filledOf(assessment)).length,
    plan: planFacts(document),
  };
}

/** `today`: the day of the 点検, as 20241001. */
export function findingCounts({ assessment, acceptances }: Known, today: number): FindingCounts {
  const { subject, findings } = checkDocument({ assessment, referenceDate: today });
  const open = findings.filter((finding) => !acceptanceOf(subject, finding, acceptances));
  const count = (wanted: string) => open.filter(({ severity }) => severity === wanted).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

/** What two documents of one 事務 share besides their form: 評価書番号 without differences of width and space. */
export function comparableNumber(number: string): string {
  return number.normalize('NFKC').replace(/\s/g, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
