import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { classes } from '../../components/classes';
import type { CommandError } from '../../../shared/commands/result';
import { FORM_IDS, formOf } from '../../../shared/forms/catalog';
import { messageOf } from '../../i18n/message';
import { shell } from '../../shell';
import { valueOrReport, recoveryAction } from '../../state/shellResult';
import { useDocument } from '../../state/document';
import { importFile, useIntake } from '../../state/intake';
import { openPreviousScreen } from '../../state/navigation';
import { ConversionCard } from './ConversionCard';
import { MergeCard } from './MergeCard';
import { ReadingProgress } from '../../components/ReadingProgress';

/** Which file: chosen or dropped; what can be read, and what to do with what cannot. */
export function IntakeStart() {
  const { t } = useTranslation(['intake', 'common']);
  const running = useIntake((state) => state.running);
  const failed = useIntake((state) => state.failed);
  const name = useDocument(({ view }) => view?.name);
  return (
    <Frame
      mainLabel={t('start.title')}
      top={
        <TopBar title={t('start.title')}>
          <Button onPress={openPreviousScreen}>{t('common:back')}</Button>
        </TopBar>
      }
    >
      <div className="page stack">
        {failed ? (
          <Callout tone="error" role="alert">
            {messageOf('errors', failed)} <RecoveryButton error={failed} />
            {failed.code === 'sourceNotAssessment' ? <FormButtons /> : null}
          </Callout>
        ) : null}
        {running ? (
          <div className="card stack" role="status">
            <ReadingProgress running={running} />
          </div>
        ) : (
          <FileDropZone />
        )}
        <p className="muted label">{t('start.formats')}</p>
        {name !== undefined && !running ? (
          <section className="stack-tight" aria-labelledby="open-title">
            <h2 id="open-title">{t('start.open', { name })}</h2>
            <div className="intake-cards">
              <MergeCard />
              <ConversionCard />
            </div>
          </section>
        ) : null}
      </div>
    </Frame>
  );
}

/** A file that does not look like an assessment is read as one of the form that a person names. */
function FormButtons() {
  const { t } = useTranslation('intake');
  const path = useIntake((state) => state.failedPath);
  if (path === undefined) return null;
  return (
    <span className="line-up">
      {FORM_IDS.map((form) => (
        <Button key={form} onPress={() => void importFile(path, form)}>
          {t('start.importAs', { form: formOf(form).name })}
        </Button>
      ))}
    </span>
  );
}

function RecoveryButton({ error }: { readonly error: CommandError }) {
  const action = recoveryAction(error);
  return action ? (
    <Button variant="link" onPress={action.run}>
      {action.label}
    </Button>
  ) : null;
}

/** A large place for dropping a file (the window takes it), with a button for choosing one. */
function FileDropZone() {
  const { t } = useTranslation('intake');
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes('card', 'drop-place', over && 'drop-over')}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <strong>{t('start.drop')}</strong>
      <Button variant="primary" large onPress={() => void chooseAndImport()}>
        {t('start.choose')}
      </Button>
    </div>
  );
}

async function chooseAndImport(): Promise<void> {
  const path = await valueOrReport(shell.commands['intake.choose']());
  if (path) await importFile(path);
}
