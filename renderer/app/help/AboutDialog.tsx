import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/commands/app';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { hideHelp } from '../../state/help';

/** What a supplier needs to know about this installation: name, version and the versions of its runtime. */
export function AboutDialog() {
  const { t } = useTranslation('help');
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => void valueOrReport(shell.commands['app.info']()).then(setInfo), []);
  const actions = (
    <>
      <Button onPress={() => void valueOrReport(shell.commands['app.openGuide']({ page: 'licences' }))}>
        {t('about.licences')}
      </Button>
      <Button onPress={hideHelp}>{t('close')}</Button>
    </>
  );
  return (
    <Dialog title={t('about.title')} actions={actions} onClose={hideHelp}>
      <p>{t('about.what')}</p>
      <dl className="about-facts">
        <dt>{t('about.version')}</dt>
        <dd>{info?.version}</dd>
        {Object.entries(info?.runtime ?? {}).map(([part, version]) => (
          <Fact key={part} part={part} version={version} />
        ))}
      </dl>
      <p className="muted label">{t('about.offline')}</p>
    </Dialog>
  );
}

function Fact({ part, version }: { readonly part: string; readonly version: string }) {
  return (
    <>
      <dt>{PARTS[part] ?? part}</dt>
      <dd>{version}</dd>
    </>
  );
}

const PARTS: Readonly<Record<string, string>> = { electron: 'Electron', chrome: 'Chromium', node: 'Node.js' };
