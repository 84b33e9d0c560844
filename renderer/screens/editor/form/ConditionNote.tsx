import { useTranslation } from 'react-i18next';
import { holds } from '../../../../shared/assessment/conditions';
import { findItem } from '../../../../shared/forms/lookup';
import type { Condition, FormItem } from '../../../../shared/forms/types';
import { useDocument } from '../../../state/document';
import { useForm } from '../../../state/outline';

/** Whether an item's own condition says that it does not apply. */
export function useIdle(path: string, item: FormItem): boolean {
  return useDocument(({ assessment }) =>
    assessment && item.visible ? holds(assessment, item.visible, path) === 'no' : false,
  );
}

/** Why an item is grey, or who has to fill it in. What was written stays. */
export function ConditionNote({ path, item }: { readonly path: string; readonly item: FormItem }) {
  const idle = useIdle(path, item);
  const sentence = useSentence(item.visible);
  const show = idle || (item.visible && 'note' in item.visible);
  return show ? <p className="condition">{sentence}</p> : null;
}

function useSentence(condition: Condition | undefined): string {
  const { t } = useTranslation('editor');
  const form = useForm();
  if (!condition) return '';
  if ('note' in condition) return t('condition.note', { note: condition.note });
  const item = findItem(form, condition.item)?.item.label ?? '';
  if ('includes' in condition) return t('condition.is', { item, answer: condition.includes });
  if ('isNot' in condition) return t('condition.isNot', { item, answer: condition.isNot });
  if (condition.is === false) return t('condition.flagged', { item });
  return t('condition.is', { item, answer: String(condition.is) });
}
