import { entriesOf } from '../../shared/assessment/edit';
import { toOrdinals } from '../../shared/assessment/ordinals';
import { FILES, type Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import type { DamageReport, PartDamage } from '../../shared/commands/rescue';
import { formOf } from '../../shared/forms/catalog';
import { labelPath } from '../../shared/forms/label';
import { isComplete, RESCUE_PARTS, type Rescued } from '../database/format';

/** What was found in a damaged file, in official wording. */
export function damageReport({ document, report }: Rescued): DamageReport {
  const { hasDigests, lostItems, restoredItems } = report;
  const labels = (paths: readonly Path[]) => paths.map((path) => officialLabel(document.assessment, path));
  return {
    hasDigests,
    isComplete: isComplete(report),
    parts: RESCUE_PARTS.map((part): PartDamage => {
      const { whole, lost } = report.parts[part];
      return { part, whole, lost: lost ?? null };
    }).filter(({ whole, lost }) => whole > 0 || (lost ?? 0) > 0),
    lostItems: labels(lostItems),
    restoredItems: labels(restoredItems),
  };
}

function officialLabel(assessment: Assessment, path: Path): string {
  const ordinals = toOrdinals(assessment, path);
  const files = entriesOf(assessment, FILES).length;
  return labelPath(formOf(assessment.form, assessment.edition), ordinals, { files }) ?? ordinals;
}
