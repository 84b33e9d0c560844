import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerWareki, parseDate, toSeireki, toWareki } from '../../shared/japanese/wareki';
import { Button } from '../components/Button';
import { TextArea } from '../components/TextArea';
import { useReadOnly, useValue, setItemValue } from '../state/document';
import type { FieldProps } from './types';
import { localDate } from '../../shared/japanese/days';

/** A date as written. The usual 和暦 form is offered, never put in by itself. */
export function DateField({ path, labelledBy, describedBy, bad }: FieldProps) {
  const value = useValue(path);
  const readOnly = useReadOnly();
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="date-field">
      <TextArea
        className="input-date"
        value={text}
        onCommit={(typed) => setItemValue(path, typed)}
        oneLine
        labelledBy={labelledBy}
        readOnly={readOnly}
        bad={bad ?? false}
        {...(describedBy ? { describedBy } : {})}
      />
      {readOnly ? null : <DateHelp text={text} onTake={(offer) => setItemValue(path, offer)} />}
    </div>
  );
}

function DateHelp({
  text,
  onTake: onAccept,
}: {
  readonly text: string;
  readonly onTake: (offer: string) => void;
}) {
  const { t } = useTranslation('editor');
  const [today] = useState(() => localDate(Date.now()));
  if (text === '')
    return (
      <Button variant="link" onPress={() => onAccept(toWareki(today))}>
        {t('date.today', { date: toWareki(today) })}
      </Button>
    );
  const offer = offerWareki(text);
  const date = parseDate(text);
  if (offer)
    return (
      <Button variant="link" onPress={() => onAccept(offer)}>
        {t('date.offer', { date: offer })}
      </Button>
    );
  return <span className="muted label">{date ? toSeireki(date) : t('date.unread')}</span>;
}
