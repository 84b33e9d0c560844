import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { useReadOnly } from '../../../state/document';
import { duplicateEntry, moveEntry, removeEntry } from '../../../state/entries';
import { MOVE_DOWN, MOVE_UP } from './reorder';

interface EntryActionsProps {
  readonly list: string;
  readonly id: string;
  readonly label: string;
  readonly at: number;
  readonly count: number;
}

/** Move, copy, remove. The words name the entry, for those who hear the screen. */
export function EntryActions({ list, id, label, at, count }: EntryActionsProps) {
  const { t } = useTranslation('editor');
  if (useReadOnly()) return null;
  return (
    <span className="entry-acts">
      <Button
        variant="icon"
        label={t('entry.up', { name: label })}
        shortcut={MOVE_UP}
        disabled={at === 0}
        onPress={() => moveEntry(list, id, -1)}
      >
        ↑
      </Button>
      <Button
        variant="icon"
        label={t('entry.down', { name: label })}
        shortcut={MOVE_DOWN}
        disabled={at === count - 1}
        onPress={() => moveEntry(list, id, 1)}
      >
        ↓
      </Button>
      <Button
        variant="icon"
        label={t('entry.copyLong', { name: label })}
        onPress={() => duplicateEntry(list, id)}
      >
        {t('entry.copy')}
      </Button>
      <Button
        variant="icon"
        label={t('entry.removeLong', { name: label })}
        onPress={() => removeEntry(list, id, label)}
      >
        {t('entry.remove')}
      </Button>
    </span>
  );
}
