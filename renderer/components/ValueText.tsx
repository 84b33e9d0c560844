import { useTranslation } from 'react-i18next';
import type { Value } from '../../shared/assessment/types';

/** A value in words, for looking at (history, last year). */
export function ValueText({ value }: { readonly value: Value | undefined }) {
  const { t } = useTranslation('editor');
  if (value === undefined) return <span className="muted">{t('value.blank')}</span>;
  if (typeof value === 'boolean') return <span>{value ? '○' : t('value.blank')}</span>;
  if (typeof value !== 'object') return <span className="prewrap">{String(value)}</span>;
  if ('images' in value) return <span>{t('value.images', { count: value.images.length })}</span>;
  if ('rows' in value) return <span>{t('value.rows', { count: value.rows.length })}</span>;
  const labels = value.selected.map((label) => {
    const text = value.texts[label];
    return text === undefined ? `［○］${label}` : `［○］${label}（${text}）`;
  });
  return <span>{labels.length > 0 ? labels.join('　') : t('value.blank')}</span>;
}
