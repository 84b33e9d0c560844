import { useTranslation } from 'react-i18next';
import { classes } from '../../components/classes';
import type { Pages } from './pdf';
import { goToPage, usePreview } from './state';

/** The headings of the document and the page each begins on. */
export function Outline({ pages }: { readonly pages: Pages }) {
  const { t } = useTranslation('preview');
  const shown = usePreview((state) => state.heading);
  return (
    <ul className="preview-outline" aria-label={t('outline')}>
      {pages.outline.map((entry, at) => (
        <li key={at}>
          <button
            type="button"
            className={classes('preview-entry', entry.level > 1 && 'preview-entry-below')}
            aria-current={at === shown ? 'location' : undefined}
            onClick={() => goToPage(entry.page, entry.top)}
          >
            <span className="grow">{entry.title}</span>
            <span className="muted">{entry.page + 1}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
