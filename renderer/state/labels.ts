import { useMemo } from 'react';
import { toOrdinals } from '../../shared/assessment/ordinals';
import { entriesOf } from '../../shared/assessment/edit';
import { ATTACHMENTS, FILES, type Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { labelParts } from '../../shared/forms/label';
import i18next from 'i18next';
import { useDocument } from './document';

/** What an item is called: its own words, and the headings it stands under. */
export interface PlacedLabel {
  readonly short: string;
  readonly place: string;
}

/** The official wording of a path in the open document. */
export function labelOf(assessment: Assessment, path: Path): PlacedLabel {
  const ordinals = toOrdinals(assessment, path);
  if (path.startsWith(ATTACHMENTS)) return attachmentLabel(ordinals);
  const files = entriesOf(assessment, FILES).length;
  const parts = labelParts(formOf(assessment.form, assessment.edition), ordinals, { files }) ?? [path];
  return { short: parts.at(-1) ?? path, place: parts.slice(0, -1).join('　') };
}

/** The same for a component: it is drawn again when entries come, go or move, not when something is typed. */
export function useLabel(path: Path): PlacedLabel {
  const lists = useDocument(({ assessment }) => assessment?.lists);
  return useMemo(() => {
    const { assessment } = useDocument.getState();
    return assessment && lists ? labelOf(assessment, path) : { short: path, place: '' };
  }, [lists, path]);
}

function attachmentLabel(ordinals: string): PlacedLabel {
  const number = /\[(\d+)\]/.exec(ordinals)?.[1] ?? '';
  return {
    short: i18next.t('editor:attachments.name', { number }),
    place: i18next.t('editor:attachments.title'),
  };
}
