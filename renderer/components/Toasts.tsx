import { useTranslation } from 'react-i18next';
import { useToasts } from '../state/toasts';
import { Button } from './Button';
import { classes } from './classes';

/**
 * Messages that pass: what happened, and where it can be taken back, the way to do so. They lie over a dialog,
 * and can be read and used while it is open.
 */
export function Toasts() {
  const { t } = useTranslation('common');
  const { toasts, dismiss } = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <div key={toast.id} className={classes('toast', `toast-${toast.tone}`)}>
          <span className="grow">{toast.text}</span>
          {toast.action ? (
            <Button
              look="link"
              onPress={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <Button look="icon" label={t('close')} onPress={() => dismiss(toast.id)}>
            ×
          </Button>
        </div>
      ))}
    </div>
  );
}
