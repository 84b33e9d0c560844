import i18next from 'i18next';
import type { Gate, Purpose } from '../../../shared/checks/gates';
import type { SheetGroup } from '../../../shared/publish/sheet';
import { momentText } from '../../i18n/dates';
import { numberedDay } from '../../i18n/days';
import { messageOf } from '../../i18n/message';
import { useChecks } from '../../state/checks';
import { useDocument } from '../../state/document';
import { labelOf } from '../../state/labels';
import { writeSheet } from '../../state/sheets';

const t = (key: string, params: Record<string, string | number> = {}) =>
  (i18next.t as (key: string, params: Record<string, string | number>) => string)(
    `checking:submission.${key}`,
    params,
  );

/** 提出前チェック as a sheet for 決裁: every line with its result, reasons, and room for those who sign. */
export function writeGateSheet(
  gates: readonly Gate[],
  purpose: Purpose,
  format: 'docx' | 'pdf',
): Promise<void> {
  const { report, checkedAt } = useChecks.getState();
  if (!report || checkedAt === undefined) return Promise.resolve();
  const day = numberedDay(report.subject.referenceDate, i18next.language);
  const lines = [
    t('sheet.for', { purpose: t(purpose) }),
    t('sheet.day', { day, time: momentText(checkedAt, i18next.language) }),
    ...overrideLines(purpose),
  ];
  return writeSheet({ title: t('sheet.title'), lines, groups: [gateGroup(gates), signGroup()] }, format);
}

function overrideLines(purpose: Purpose): readonly string[] {
  const latest = useDocument.getState().view?.overrides.findLast((one) => one.purpose === purpose);
  if (!latest) return [];
  const { sentence, author, at } = latest;
  const who = [author.department, author.name].filter((part) => part !== '').join(' ');
  return [t('sheet.override', { sentence, who, time: momentText(at, i18next.language) })];
}

function gateGroup(gates: readonly Gate[]): SheetGroup {
  const columns = [
    { label: t('sheet.line'), share: 24 },
    { label: t('sheet.state'), share: 14 },
    { label: t('sheet.count'), share: 6 },
    { label: t('sheet.what'), share: 56 },
  ];
  return { title: '', columns, rows: gates.map(gateRow) };
}

function gateRow(gate: Gate): readonly string[] {
  const { id, state, count, acceptance } = gate;
  const result = t(`state.${acceptance ? 'accepted' : state}`);
  return [t(`gate.${id}`), result, count > 0 ? String(count) : '', contentOf(gate)];
}

/** Places that are printed of one line. */
const MAX_PLACES = 20;

function contentOf({ findings, places, acceptance }: Gate): string {
  if (acceptance) {
    const { reason, author, at } = acceptance;
    const who = [author.department, author.name].filter((part) => part !== '').join(' ');
    return `${reason}（${who}、${momentText(at, i18next.language)}）`;
  }
  const sentences = findings.map(
    ({ path, rule, params }) => `${placeOf(path)}: ${messageOf('checks', { code: `rules.${rule}`, params })}`,
  );
  const all = sentences.length > 0 ? sentences : places.map(placeOf);
  const rest = all.length - MAX_PLACES;
  return [...all.slice(0, MAX_PLACES), ...(rest > 0 ? [t('more', { count: rest })] : [])].join('\n');
}

function placeOf(path: string): string {
  const { assessment } = useDocument.getState();
  if (!assessment) return path;
  const { short, headings } = labelOf(assessment, path);
  return [headings, short].filter((part) => part !== '').join('　');
}

function signGroup(): SheetGroup {
  const columns = ['chief', 'head', 'staff'].map((who) => ({ label: t(`sheet.signs.${who}`), share: 1 }));
  return { title: t('sheet.sign'), columns, rows: [columns.map(() => '\n\n')] };
}
