import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import type { Recoverable } from '../../../shared/commands/documents';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { shell } from '../../shell';
import { openFile } from '../../state/opening';

/** Text that was typed before the program ended unexpectedly: opening the document puts it back. */
export function Recoverables() {
  const { t, i18n } = useTranslation('start');
  const [found, setFound] = useState<readonly Recoverable[]>([]);
  useEffect(
    () => void shell.commands['document.recoverable']().then((answer) => answer.ok && setFound(answer.value)),
    [],
  );
  if (found.length === 0) return null;
  return (
    <Callout tone="warn" role="status">
      <p>{t('recover.title')}</p>
      <ul>
        {found.map((document) => (
          <li key={document.path} className="line-up">
            <strong>{document.name}</strong>
            <span className="muted small">{momentText(document.at, i18n.language)}</span>
            <Button variant="link" onPress={() => void openFile(document.path)}>
              {t('recover.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
