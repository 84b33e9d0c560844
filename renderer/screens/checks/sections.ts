import { useMemo } from 'react';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import { sectionLabel } from '../../../shared/forms/label';
import { useDocument } from '../../state/document';
import { useForm } from '../../state/outline';

/** What the section of a key is called: Ⅱ 特定個人情報ファイルの概要（2）. */
export function useSectionName(): (key: string) => string {
  const form = useForm();
  const lists = useDocument(({ assessment }) => assessment?.lists);
  return useMemo(() => {
    const { assessment } = useDocument.getState();
    return (key) => {
      const [, id = key] = /^([^[]+)/.exec(key) ?? [];
      const section = form.sections.find((one) => one.id === id);
      if (!section || !assessment || !lists) return key;
      const ordinal = /\[(\d+)\]/.exec(toOrdinals(assessment, key))?.[1];
      const isOneOfMany = (lists.files?.length ?? 0) > 1 && ordinal !== undefined;
      return sectionLabel(section) + (isOneOfMany ? `（${ordinal}）` : '');
    };
  }, [form, lists]);
}
