import i18next from 'i18next';
import { textLocationsIn } from '../../../shared/assessment/search';
import { wordsOf, type JudgedFinding } from '../../../shared/checks/judged';
import { ruleOf } from '../../../shared/checks/rules';
import type { Sheet, SheetGroup } from '../../../shared/publish/sheet';
import { momentText } from '../../i18n/dates';
import { numberedDay } from '../../i18n/days';
import { messageOf } from '../../i18n/message';
import { useChecks } from '../../state/checks';
import { labelOf } from '../../state/labels';
import { writeSheet } from '../../state/sheets';
import { sentenceOf } from './state';

const t = (key: string, params: Record<string, string | number> = {}) =>
  (i18next.t as (key: string, params: Record<string, string | number>) => string)(`checking:${key}`, params);

/** The whole 点検 as a list for whoever reviews the document: findings, what was accepted, what was not checked. */
export function writeList(format: 'docx' | 'pdf' | 'csv'): Promise<void> {
  const sheet = listSheet();
  return sheet ? writeSheet(sheet, format) : Promise.resolve();
}

function listSheet(): Omit<Sheet, 'document' | 'agency'> | undefined {
  const { report, judged, checkedAt } = useChecks.getState();
  if (!report || checkedAt === undefined) return undefined;
  const open = judged.filter(({ acceptance }) => !acceptance);
  const accepted = judged.filter(({ acceptance }) => acceptance);
  const day = numberedDay(report.subject.referenceDate, i18next.language);
  return {
    title: t('list.title'),
    lines: [
      t('list.day', { day, time: momentText(checkedAt, i18next.language) }),
      t('list.counts', {
        errors: countOf(open, 'error'),
        warnings: countOf(open, 'warning'),
        notices: countOf(open, 'notice'),
        accepted: accepted.length,
        not: report.notChecked.length,
      }),
    ],
    groups: [...openGroups(open), ...acceptedGroup(accepted), ...notCheckedGroup(report.notChecked)],
  };
}

function countOf(judged: readonly JudgedFinding[], severity: string): number {
  return judged.filter(({ finding }) => finding.severity === severity).length;
}

function openGroups(open: readonly JudgedFinding[]): readonly SheetGroup[] {
  if (open.length === 0) return [];
  const columns = [
    { label: t('list.severity'), share: 7 },
    { label: t('list.item'), share: 26 },
    { label: t('list.words'), share: 24 },
    { label: t('list.sentence'), share: 30 },
    { label: t('list.ground'), share: 13 },
  ];
  return [{ title: t('list.open'), columns, rows: open.map(openRow) }];
}

function openRow(one: JudgedFinding): readonly string[] {
  const { severity, rule } = one.finding;
  const ground = messageOf('checks', { code: `grounds.${ruleOf(rule)?.ground ?? ''}` });
  return [t(`filter.${severity}`), placeOf(one), quoteOf(one), sentenceOf(one), ground];
}

function acceptedGroup(accepted: readonly JudgedFinding[]): readonly SheetGroup[] {
  if (accepted.length === 0) return [];
  const columns = [
    { label: t('list.item'), share: 26 },
    { label: t('list.sentence'), share: 30 },
    { label: t('accept.reason'), share: 28 },
    { label: t('list.who'), share: 16 },
  ];
  const rows = accepted.map((one) => {
    const { reason = '', author, at = 0 } = one.acceptance ?? {};
    const who = [author?.department, author?.name].filter(Boolean).join(' ');
    return [placeOf(one), sentenceOf(one), reason, `${who}\n${momentText(at, i18next.language)}`];
  });
  return [{ title: t('list.accepted'), columns, rows }];
}

function notCheckedGroup(
  notChecked: readonly { readonly rule: string; readonly needs: readonly string[] }[],
): readonly SheetGroup[] {
  if (notChecked.length === 0) return [];
  const rows = notChecked.map(({ rule, needs }) => [
    messageOf('checks', { code: `why.${rule}` }),
    needs.map((need) => messageOf('checks', { code: `needs.${need}` })).join('、'),
  ]);
  const columns = [
    { label: t('list.rule'), share: 70 },
    { label: t('list.needs'), share: 30 },
  ];
  return [{ title: t('filter.notChecked'), columns, rows }];
}

function placeOf({ finding }: JudgedFinding): string {
  const assessment = useChecks.getState().report?.subject.assessment;
  if (!assessment) return '';
  const { short, headings } = labelOf(assessment, finding.path);
  return [headings, short].filter((part) => part !== '').join('　');
}

/** The words in question, without a whole long text. */
function quoteOf({ finding }: JudgedFinding): string {
  const subject = useChecks.getState().report?.subject;
  if (!subject || !finding.span) return '';
  const texts = textLocationsIn(finding.path, subject.assessment.values[finding.path]);
  return texts.length === 0 ? '' : wordsOf(subject, finding).slice(0, 200);
}
