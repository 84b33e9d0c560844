import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/commands/documents';
import { Button } from '../components/Button';
import { clockText, dayText } from '../i18n/dates';

/** Backups with their time and size, each to be opened. */
export function BackupLines(props: {
  readonly backups: readonly Backup[];
  readonly onOpen: (id: string) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  return (
    <ul className="plain-list">
      {props.backups.map(({ id, at, size }) => (
        <li key={id} className="line-up">
          <span className="grow">{timeText(at, i18n.language)}</span>
          <span className="muted small">{t('backups.size', { size: Math.ceil(size / 1000) })}</span>
          <Button variant="link" onPress={() => props.onOpen(id)}>
            {t('backups.open')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function timeText(at: number, language: string): string {
  return `${dayText(at, language)} ${clockText(at, language, 'medium')}`;
}
