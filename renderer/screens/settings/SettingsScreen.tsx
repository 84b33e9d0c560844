import { useTranslation } from 'react-i18next';
import { Frame } from '../../app/Frame';
import { TopBar } from '../../app/TopBar';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { TextInput } from '../../components/TextInput';
import { choose, useSettings } from '../../state/settings';
import { goBack } from '../../state/view';

const SIZES = ['90', '100', '115', '130', '150'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Preferences of the person at this PC; every change holds at once. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'common']);
  const settings = useSettings();
  return (
    <Frame
      top={
        <TopBar title={t('title')}>
          <Button onPress={goBack}>{t('common:back')}</Button>
        </TopBar>
      }
    >
      <div className="page page-narrow stack">
        <section className="card stack" aria-labelledby="settings-person">
          <h2 id="settings-person">{t('person')}</h2>
          <TextInput
            label={t('userName')}
            help={t('userNameHelp')}
            value={settings.userName}
            onChange={(userName) => choose({ userName })}
          />
        </section>
        <section className="card stack" aria-labelledby="settings-looks">
          <h2 id="settings-looks">{t('looks')}</h2>
          <Select
            label={t('language')}
            options={[
              { id: 'ja', label: '日本語' },
              { id: 'en', label: 'English' },
            ]}
            chosen={settings.language}
            onChoose={(language) => choose({ language })}
          />
          <Select
            label={t('theme')}
            options={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
            chosen={settings.theme}
            onChoose={(theme) => choose({ theme })}
          />
          <Select
            label={t('textSize')}
            options={SIZES.map((id) => ({ id, label: `${id}%` }))}
            chosen={String(settings.textSize)}
            onChoose={(size) => choose({ textSize: Number(size) })}
          />
        </section>
      </div>
    </Frame>
  );
}
