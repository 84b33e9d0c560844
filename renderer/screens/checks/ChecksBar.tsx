import { useTranslation } from 'react-i18next';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { useDocument, useTitle } from '../../state/document';
import { openScreen } from '../../state/navigation';
import { runCommand } from '../../state/windowCommands';
import { writeList } from './list';

/** Back to the form, undo, the list as a file, and 提出前チェック. */
export function ChecksBar() {
  const { t } = useTranslation(['checking', 'common']);
  const title = useTitle();
  const canUndo = useDocument(({ view }) => view?.access.kind === 'edit' && view.steps.canUndo);
  return (
    <TopBar
      title={t('title')}
      detail={title}
      before={
        <Button variant="icon" label={t('toForm')} onPress={() => openScreen('editor')}>
          ←
        </Button>
      }
    >
      <Button variant="quiet" shortcut="Ctrl+Z" disabled={!canUndo} onPress={() => runCommand('edit.undo')}>
        {t('common:undo')}
      </Button>
      <Menu
        face={t('list.face')}
        entries={(['docx', 'pdf', 'csv'] as const).map((format) => ({
          kind: 'act',
          id: format,
          label: t(`list.${format}`),
          onAct: () => void writeList(format),
        }))}
      />
      <Button variant="primary" onPress={() => openScreen('submission')}>
        {t('submission.title')}
      </Button>
    </TopBar>
  );
}
