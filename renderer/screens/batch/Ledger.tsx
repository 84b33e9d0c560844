import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { EncodingSelect } from '../../components/publish/choices';
import { useBatch } from './state';
import { writeLedger } from './writeLedger';

/** 評価書台帳: the folder's documents as a table, in a CSV. */
export function Ledger() {
  const { t } = useTranslation('batch');
  const { documents, listing, target, encoding } = useBatch();
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    await writeLedger();
    setBusy(false);
  };
  if (documents.length === 0 || listing) return null;
  return (
    <section className="card stack-tight batch-ledger" aria-labelledby="batch-ledger">
      <h3 id="batch-ledger">{t('ledger.title')}</h3>
      <p className="field-help">{t('ledger.help')}</p>
      <div className="line-up">
        <div className="grow">
          <EncodingSelect
            label={t('ledger.encoding')}
            chosen={encoding}
            onChoose={(id) => useBatch.setState({ encoding: id })}
          />
        </div>
        <Button disabled={busy || target === ''} onPress={() => void write()}>
          {t('ledger.write')}
        </Button>
      </div>
    </section>
  );
}
