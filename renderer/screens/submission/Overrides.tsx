import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import { useDocument } from '../../state/document';

/** What was handed out all the same, with who, when and why. */
export function Overrides() {
  const { t, i18n } = useTranslation('checking');
  const overrides = useDocument(({ view }) => view?.overrides) ?? [];
  if (overrides.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2 className="checks-section">{t('submission.earlier')}</h2>
      <ul className="checks-list">
        {overrides.toReversed().map(({ id, purpose, sentence, author, at }) => (
          <li key={id} className="checks-card">
            <p className="prewrap">{sentence}</p>
            <p className="muted small">
              {t(`submission.${purpose}`)}　{[author.department, author.name].filter(Boolean).join(' ')}　
              {momentText(at, i18n.language)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
