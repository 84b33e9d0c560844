import { useTranslation } from 'react-i18next';
import { messageOf } from '../i18n/message';
import { useDocument, type SaveStatus } from '../state/document';

/** 保存済み 10:32:05 / 保存中 / 保存できません: what the shell last reported, never a guess. */
export function SaveState() {
  const { t, i18n } = useTranslation('common');
  const open = useDocument((state) => state.assessment !== undefined);
  const save = useDocument((state) => state.save);
  const readOnly = useDocument((state) => state.readOnly);
  if (!open) return null;
  if (readOnly) return <span role="status">{t('save.readOnly')}</span>;
  return (
    <span role="status" className={save.kind === 'failed' ? 'status-save-bad' : 'status-save-good'}>
      <span aria-hidden="true">{save.kind === 'saving' ? '○ ' : '● '}</span>
      {sentence(save)}
    </span>
  );

  function sentence(status: SaveStatus): string {
    switch (status.kind) {
      case 'saved':
        return status.at ? t('save.savedAt', { time: clock(status.at, i18n.language) }) : t('save.saved');
      case 'saving':
        return t('save.saving');
      case 'failed':
        return t('save.failed', { reason: messageOf('errors', status) });
    }
  }
}

function clock(at: Date, language: string): string {
  return at.toLocaleTimeString(language, { hour12: false });
}
