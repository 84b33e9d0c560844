import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveState } from './SaveState';

/** The truth about the document at the foot of every screen. */
export function StatusLine({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <footer className="status-line">
      <SaveState />
      <span>{t('staysHere')}</span>
      <span className="grow" />
      {children}
    </footer>
  );
}
