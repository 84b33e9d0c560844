import { useTranslation } from 'react-i18next';
import { SEPARATORS } from '../../../shared/commands/preferences';
import { DUTIES } from '../../../shared/threshold/threshold';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { TextInput } from '../../components/TextInput';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { changeSettings, useSettings } from '../../state/settings';
import { openPreviousScreen } from '../../state/navigation';
import { KnowledgeGroup } from './KnowledgeGroup';
import { SettingsGroup } from './SettingsGroup';

const SIZES = ['90', '100', '115', '130', '150'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
type SeparatorName = keyof typeof SEPARATORS;
const SEPARATOR_NAMES = Object.keys(SEPARATORS) as readonly SeparatorName[];

/** Preferences of the person at this PC; every change holds at once. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <Frame
      mainLabel={t('title')}
      top={
        <TopBar title={t('title')}>
          <Button onPress={openPreviousScreen}>{t('common:back')}</Button>
        </TopBar>
      }
    >
      <div className="page page-narrow stack">
        <Person />
        <Looks />
        <Files />
        <OwnRule />
        <KnowledgeGroup />
      </div>
    </Frame>
  );
}

function Person() {
  const { t } = useTranslation('settings');
  const { userName, department, agency } = useSettings();
  return (
    <SettingsGroup title={t('person')}>
      <TextInput
        label={t('userName')}
        help={t('userNameHelp')}
        value={userName}
        onChange={(text) => changeSettings({ userName: text })}
      />
      <TextInput
        label={t('department')}
        help={t('departmentHelp')}
        value={department}
        onChange={(text) => changeSettings({ department: text })}
      />
      <TextInput
        label={t('agency')}
        help={t('agencyHelp')}
        value={agency}
        onChange={(text) => changeSettings({ agency: text })}
      />
    </SettingsGroup>
  );
}

function Looks() {
  const { t } = useTranslation('settings');
  const { language, theme, textSize } = useSettings();
  const sizes = SIZES.some((size) => size === String(textSize)) ? SIZES : [...SIZES, String(textSize)];
  return (
    <SettingsGroup title={t('looks')}>
      <Select
        label={t('language')}
        options={[
          { id: 'ja', label: '日本語' },
          { id: 'en', label: 'English' },
        ]}
        chosen={language}
        onChoose={(chosen) => changeSettings({ language: chosen })}
      />
      <Select
        label={t('theme')}
        options={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
        chosen={theme}
        onChoose={(chosen) => changeSettings({ theme: chosen })}
      />
      <Select
        label={t('textSize')}
        options={sizes.map((id) => ({ id, label: `${id}%` }))}
        chosen={String(textSize)}
        onChoose={(size) => changeSettings({ textSize: Number(size) })}
      />
    </SettingsGroup>
  );
}

/** 実施する評価 where the agency makes more than the law asks for: 重点 → 全項目. */
function OwnRule() {
  const { t } = useTranslation(['settings', 'threshold']);
  const { ownRule } = useSettings();
  return (
    <SettingsGroup title={t('ownRule')}>
      <p className="field-help">{t('ownRuleHelp')}</p>
      {DUTIES.slice(0, -1).map((duty, at) => (
        <Select
          key={duty}
          label={t('ownRuleFor', { duty: t(`threshold:duty.${duty}`) })}
          options={DUTIES.slice(at).map((id) => ({ id, label: t(`threshold:duty.${id}`) }))}
          chosen={ownRule[duty]}
          onChoose={(chosen) => changeSettings({ ownRule: { ...ownRule, [duty]: chosen } })}
        />
      ))}
    </SettingsGroup>
  );
}

function Files() {
  const { t } = useTranslation('settings');
  const { workspace, separator } = useSettings();
  const chosen = SEPARATOR_NAMES.find((name) => SEPARATORS[name] === separator) ?? 'space';
  return (
    <SettingsGroup title={t('files')}>
      <div className="preview-folder">
        <div className="grow">
          <TextInput
            label={t('workspace')}
            help={t('workspaceHelp')}
            value={workspace}
            onChange={(text) => changeSettings({ workspace: text })}
          />
        </div>
        <Button onPress={() => void chooseWorkspace(workspace)}>{t('chooseFolder')}</Button>
      </div>
      <Select
        label={`${t('changes')} — ${t('separator')}`}
        options={SEPARATOR_NAMES.map((id) => ({ id, label: t(`separators.${id}`) }))}
        chosen={chosen}
        onChoose={(name) => changeSettings({ separator: SEPARATORS[name] })}
      />
      <p className="field-help">{t('separatorHelp')}</p>
    </SettingsGroup>
  );
}

async function chooseWorkspace(folder: string): Promise<void> {
  const chosen = await valueOrReport(shell.commands['publish.chooseFolder']({ folder }));
  if (chosen) changeSettings({ workspace: chosen });
}
