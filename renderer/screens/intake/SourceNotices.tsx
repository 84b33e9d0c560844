import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource } from '../../../shared/assessment/document';
import { Button } from '../../components/Button';
import { messageOf } from '../../i18n/message';

/** What the reader left out or could not read, and how sure the form is. */
export function SourceNotices({ source }: { readonly source: ImportSource }) {
  const { t } = useTranslation('intake');
  const [closed, setClosed] = useState(false);
  const reasons = source.formUncertain ? [messageOf('reasons', source.formUncertain)] : [];
  const notices = (source.notices ?? []).map(({ code, params }) =>
    messageOf('intake', { code: `notice.${code}`, ...(params ? { params } : {}) }),
  );
  const lines = [...reasons, ...notices];
  if (closed || lines.length === 0) return null;
  return (
    <div className="notice-bar" role="status">
      <ul className="grow">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button variant="link" onPress={() => setClosed(true)}>
        {t('noticeSeen')}
      </Button>
    </div>
  );
}
