import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DamageReport } from '../../../shared/commands/rescue';
import type { CommandError } from '../../../shared/commands/result';
import { ProgressBar } from '../../components/ProgressBar';
import { messageOf } from '../../i18n/message';
import type { DamagedContent } from '../../state/damage';

/** So many items are named; of the others the number is said. */
const NAMED = 8;

/** What of a damaged file is whole and what is lost. */
export function DamageContent({ content }: { readonly content: DamagedContent }) {
  const { t } = useTranslation('documents');
  const id = useId();
  return (
    <section aria-labelledby={id} className="stack-tight" aria-live="polite">
      <h3 id={id}>{t('damage.content')}</h3>
      {content.kind === 'inspecting' ? <ProgressBar label={t('damage.inspecting')} /> : null}
      {content.kind === 'failed' ? <p>{whyNothing(content.error, t('damage.nothing'))}</p> : null}
      {content.kind === 'found' ? <Report report={content.report} /> : null}
    </section>
  );
}

/** What was not found in this file needs no name. */
function whyNothing(error: CommandError, nothing: string): string {
  return error.code === 'rescueNothing' ? nothing : messageOf('errors', error);
}

function Report({ report }: { readonly report: DamageReport }) {
  const { t } = useTranslation('documents');
  const { hasDigests, isComplete, lostItems, restoredItems } = report;
  return (
    <>
      {hasDigests && isComplete ? <p>{t('damage.complete')}</p> : null}
      {hasDigests ? null : <p>{t('damage.unverified')}</p>}
      <Parts report={report} />
      <Items title={t('damage.lostItems')} labels={lostItems} />
      <Items title={t('damage.restoredItems')} labels={restoredItems} />
      <p className="muted small">{t('damage.rescueHelp')}</p>
    </>
  );
}

function Parts({ report: { parts } }: { readonly report: DamageReport }) {
  const { t } = useTranslation('documents');
  return (
    <table className="table damage-parts">
      <thead>
        <tr>
          <th scope="col">{t('damage.part')}</th>
          <th scope="col">{t('damage.whole')}</th>
          <th scope="col">{t('damage.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, whole, lost }) => (
          <tr key={part} className={lost ? 'damage-lost' : ''}>
            <th scope="row">{t(`damage.parts.${part}`)}</th>
            <td>{whole}</td>
            <td>{lost ?? t('damage.unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ title, labels }: { readonly title: string; readonly labels: readonly string[] }) {
  const { t } = useTranslation('documents');
  if (labels.length === 0) return null;
  const more = labels.length - NAMED;
  return (
    <div>
      <p className="label">{title}</p>
      <ul className="bullets small">
        {labels.slice(0, NAMED).map((label) => (
          <li key={label}>{label}</li>
        ))}
        {more > 0 ? <li className="muted">{t('damage.more', { count: more })}</li> : null}
      </ul>
    </div>
  );
}
