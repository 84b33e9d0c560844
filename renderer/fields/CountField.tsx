import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../components/TextArea';
import { useReadOnly, useValue, setItemValue } from '../state/document';
import type { FieldProps } from './types';

/** A number of entries in the brackets of the form: （　）件. What is not a number stays visible and is not kept as one. */
export function CountField({ path, item, labelledBy, describedBy, bad }: FieldProps) {
  const { t } = useTranslation('editor');
  const value = useValue(path);
  const readOnly = useReadOnly();
  const known = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(known);
  const stands = readCount(typed) === 'unread' || readCount(typed) === value;
  const shown = stands ? typed : known;
  const commit = (text: string) => {
    setTyped(text);
    const count = readCount(text);
    if (count !== 'unread') setItemValue(path, count);
  };
  return (
    <span className="count-field">
      <span>{item.prefix ?? '（'}</span>
      <TextArea
        className="input-count"
        oneLine
        value={shown}
        onCommit={commit}
        labelledBy={labelledBy}
        readOnly={readOnly}
        bad={(bad ?? false) || readCount(shown) === 'unread'}
        {...(describedBy ? { describedBy } : {})}
      />
      <span>{item.suffix ?? '）件'}</span>
      {readCount(shown) === 'unread' ? <span className="error-text label">{t('count.unread')}</span> : null}
    </span>
  );
}

/** Digits in any width; blank means no value. */
function readCount(text: string): number | undefined | 'unread' {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : 'unread';
}
