import { useMemo } from 'react';
import { toOrdinals } from '../../shared/assessment/ordinals';
import { entriesOf } from '../../shared/assessment/edit';
import { ATTACHMENTS, FILES, type Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { labelParts } from '../../shared/forms/label';
import i18next from 'i18next';
import { useDocument } from './document';

/** The official wording of an item: its own label, and the headings above it. */
export interface ItemLabel {
  readonly short: string;
  readonly headings: string;
}

/** The official wording of a path in the open document. */
export function labelOf(assessment: Assessment, path: Path): ItemLabel {
  const ordinals = toOrdinals(assessment, path);
  if (path.startsWith(ATTACHMENTS)) return attachmentLabel(ordinals);
  const files = entriesOf(assessment, FILES).length;
  const parts = labelParts(formOf(assessment.form, assessment.edition), ordinals, { files }) ?? [path];
  return { short: parts.at(-1) ?? path, headings: parts.slice(0, -1).join('　') };
}

/** The same for a component: it renders again when entries are added, removed or moved, not when something is typed. */
export function useLabel(path: Path): ItemLabel {
  const lists = useDocument(({ assessment }) => assessment?.lists);
  return useMemo(() => {
    const { assessment } = useDocument.getState();
    return assessment && lists ? labelOf(assessment, path) : { short: path, headings: '' };
  }, [lists, path]);
}

function attachmentLabel(ordinals: string): ItemLabel {
  const number = /\[(\d+)\]/.exec(ordinals)?.[1] ?? '';
  return {
    short: i18next.t('editor:attachments.name', { number }),
    headings: i18next.t('editor:attachments.title'),
  };
}
