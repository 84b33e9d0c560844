import type { DamageReport } from '../../shared/commands/rescue';
import { cliText, type Language } from '../locale';

const SEPARATORS: Readonly<Record<Language, string>> = { ja: '、', en: ', ' };

/** What was rescued and what is missing, in sentences, one a line. */
export function rescueSummary(report: DamageReport, language: Language): string {
  const { lostItems, restoredItems } = report;
  const items = (labels: readonly string[]) => labels.join(SEPARATORS[language]);
  return [
    outcome(report, language),
    ...(lostItems.length > 0 ? [cliText(language, 'lostItems', { items: items(lostItems) })] : []),
    ...(restoredItems.length > 0
      ? [cliText(language, 'restoredItems', { items: items(restoredItems) })]
      : []),
  ].join('\n');
}

/** The comment of the new document that says where it is from and what is missing. */
export function rescueNote(name: string, summary: string, language: Language): string {
  return cliText(language, 'rescueNote', { name, summary });
}

function outcome({ hasDigests, isComplete, parts }: DamageReport, language: Language): string {
  if (!hasDigests) return cliText(language, 'rescuedUnverified');
  if (isComplete) return cliText(language, 'rescuedAll');
  const lost = parts.flatMap(({ part, lost: count }) =>
    count !== null && count > 0 ? [cliText(language, `lostCount.${part}`, { count })] : [],
  );
  if (lost.length === 0) return cliText(language, 'rescuedUncounted');
  return cliText(language, 'rescuedPart', { lost: lost.join(SEPARATORS[language]) });
}
