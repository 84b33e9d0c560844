import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { importKnowledge, loadKnowledge, resetKnowledge, useKnowledge } from '../../state/knowledge';
import { SettingsGroup } from './SettingsGroup';

/** 知識データ: which is in use, of which day and from where, and a newer one from a file. */
export function KnowledgeGroup() {
  const { t } = useTranslation('settings');
  const inUse = useKnowledge((state) => state.inUse);
  useEffect(() => void loadKnowledge(), []);
  return (
    <SettingsGroup title={t('knowledge')}>
      {inUse ? (
        <div className="stack-tight" role="status">
          <p>
            {t('knowledgeInUse', {
              date: inUse.date,
              origin: t(inUse.imported ? 'knowledgeImported' : 'knowledgeBuiltIn'),
            })}
          </p>
          <p className="muted small">{t('knowledgeSource', { source: inUse.source })}</p>
          {inUse.imported ? (
            <p className="muted small checks-hash">{t('knowledgeHash', { sha256: inUse.imported.sha256 })}</p>
          ) : null}
        </div>
      ) : null}
      <p className="field-help">{t('knowledgeHelp')}</p>
      <div className="line-up">
        <Button onPress={() => void importKnowledge()}>{t('knowledgeImport')}</Button>
        {inUse?.imported ? (
          <Button onPress={() => void resetKnowledge()}>{t('knowledgeReset')}</Button>
        ) : null}
      </div>
    </SettingsGroup>
  );
}
