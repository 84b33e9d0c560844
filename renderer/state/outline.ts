import { useMemo } from 'react';
import { partsOf, type Part, type SectionNode } from '../../shared/assessment/parts';
import type { Assessment } from '../../shared/assessment/types';
import { outline } from '../../shared/assessment/walk';
import { formOf } from '../../shared/forms/catalog';
import type { Form } from '../../shared/forms/types';
import { useDocument } from './document';

/** A section with its parts, in the order of the paper. */
export interface SectionParts {
  readonly section: SectionNode;
  readonly parts: readonly Part[];
}

export function useForm(): Form {
  const id = useDocument((state) => state.assessment?.form);
  const edition = useDocument((state) => state.assessment?.edition);
  if (!id) throw new Error('no document is open');
  return useMemo(() => formOf(id, edition), [id, edition]);
}

/** The document as sections and parts; made anew only when entries come, go or move, never for typing. */
export function useSections(): readonly SectionParts[] {
  const form = useForm();
  const lists = useDocument((state) => state.assessment?.lists);
  return useMemo(() => {
    const { assessment } = useDocument.getState();
    return assessment && lists ? sectionsOf(form, assessment) : [];
  }, [form, lists]);
}

export function sectionsOf(form: Form, assessment: Assessment): readonly SectionParts[] {
  return outline(form, assessment).flatMap((node) =>
    node.kind === 'section' ? [{ section: node, parts: partsOf(node) }] : [],
  );
}
