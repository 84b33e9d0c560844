import { useTranslation } from 'react-i18next';
import type { SaveState as State } from '../../../shared/commands/documents';
import { Button } from '../Button';
import { messageOf } from '../../i18n/message';
import { useDocument } from '../../state/document';
import { overwriteFile, saveAs, saveNow } from '../../state/saving';

/** 保存済み 10:32:05 / 保存中 / 保存できません: what the shell last reported, never a guess. */
export function SaveState() {
  const { t, i18n } = useTranslation('common');
  const state = useDocument(({ view }) => view?.state);
  if (!state) return null;
  const bad = state.kind === 'kept' || state.kind === 'unkept';
  return (
    <>
      <span role="status" className={bad ? 'status-save-bad' : 'status-save-good'}>
        <span aria-hidden="true">{SIGNS[state.kind]} </span>
        {state.kind === 'saved' ? t('save.savedAt', { time: clock(state.at, i18n.language) }) : null}
        {state.kind === 'saving' ? t('save.saving') : null}
        {state.kind === 'readOnly' ? t('save.readOnly') : null}
        {bad ? t(`save.${state.kind}`, { reason: messageOf('errors', state.error) }) : null}
      </span>
      {bad ? (
        <>
          <Button variant="link" onPress={() => void saveNow()}>
            {t('save.again')}
          </Button>
          {state.error.code === 'fileChangedOutside' ? (
            <Button variant="link" onPress={() => void overwriteFile()}>
              {t('save.overwrite')}
            </Button>
          ) : null}
          <Button variant="link" onPress={() => void saveAs()}>
            {t('save.elsewhere')}
          </Button>
        </>
      ) : null}
    </>
  );
}

const SIGNS: Readonly<Record<State['kind'], string>> = {
  saved: '●',
  saving: '○',
  kept: '▲',
  unkept: '▲',
  readOnly: '○',
};

/** Hours, minutes and seconds of this PC; `at` in milliseconds since 1970 UTC. */
function clock(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}
