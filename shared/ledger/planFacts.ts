import { FILES } from '../assessment/path';
import { formOfAssessment, textWithRole } from '../assessment/roles';
import type { Attachment, DocumentWith } from '../assessment/document';
import { idWithRole } from '../forms/roles';

/** What 計画管理書 says of a document besides the 台帳; '' where nothing is written. */
export interface PlanFacts {
  /** 特定個人情報ファイル, in their order. */
  readonly files: readonly string[];
  readonly people: string;
  readonly handlers: string;
  readonly incident: string;
  /** 公表 as planned in the last しきい値判断, `2027-03-01`. */
  readonly publication?: string;
}

type Known = Pick<DocumentWith<Attachment, unknown>, 'assessment' | 'thresholds'>;

export function planFacts({ assessment, thresholds }: Known): PlanFacts {
  const text = (role: Parameters<typeof textWithRole>[1]) => oneLine(textWithRole(assessment, role));
  const publication = thresholds.at(-1)?.plan?.publication;
  return {
    files: fileNames(assessment),
    people: text('thresholdPeople') || text('people'),
    handlers: text('handlers'),
    incident: text('thresholdIncident'),
    ...(publication === undefined ? {} : { publication }),
  };
}

/** 様式２ has one text with a name a line, the others a part for each. */
function fileNames(assessment: Known['assessment']): readonly string[] {
  const item = idWithRole(formOfAssessment(assessment), 'fileName');
  const parts = (assessment.lists[FILES] ?? []).map(({ id }) => {
    const value = item === undefined ? undefined : assessment.values[item.replace('.', `[${id}].`)];
    return typeof value === 'string' ? oneLine(value) : '';
  });
  const names = parts.length > 0 ? parts : textWithRole(assessment, 'fileList').split(/\r\n|\r|\n/);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
