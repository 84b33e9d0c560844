import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formOf } from '../../../shared/forms/catalog';
import type { SampleInfo } from '../../../shared/commands/documents';
import { Button } from '../../components/Button';
import { shell } from '../../shell';
import { openSample } from '../../state/opening';

/** Finished assessments of a fictional city, to try everything with. A copy is opened, so nothing can be spoilt. */
export function Samples() {
  const { t } = useTranslation('start');
  const [samples, setSamples] = useState<readonly SampleInfo[]>([]);
  useEffect(
    () => void shell.commands['document.samples']().then((answer) => answer.ok && setSamples(answer.value)),
    [],
  );
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title">{t('samples.title')}</h2>
      <p className="muted label">{t('samples.help')}</p>
      <ul className="card recent-list">
        {samples.map((sample) => (
          <li key={sample.id} className="recent-line">
            <span className="grow">
              <strong>{sample.title}</strong>{' '}
              <span className="muted small">
                {formOf(sample.form).number} {formOf(sample.form).name}
              </span>
            </span>
            <Button onPress={() => void openSample(sample.id)}>{t('samples.open')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
