import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts, type Toast } from '../state/toasts';
import { Button } from './Button';
import { classes } from './classes';

/**
 * Messages that pass: what happened, and where it can be taken back, the way to do so. They have a strip of their own
 * below the screen, so that they cover nothing; it can be read and used while a dialog is open, and F6 leads to it.
 */
export function Toasts() {
  const { t } = useTranslation('common');
  const { toasts } = useToasts();
  const strip = useRef<HTMLDivElement>(null);
  useHeight(strip);
  return (
    <div
      ref={strip}
      className="toasts"
      role="status"
      aria-live="polite"
      data-react-aria-top-layer="true"
      {...(toasts.length > 0 ? { 'data-column': '', 'aria-label': t('messages') } : {})}
    >
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Message({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation('common');
  const dismiss = useToasts((state) => state.dismiss);
  return (
    <div className={classes('toast', `toast-${toast.tone}`)}>
      <span className="grow">{toast.text}</span>
      {toast.action ? (
        <Button
          variant="link"
          onPress={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <Button variant="icon" label={t('close')} onPress={() => dismiss(toast.id)}>
        ×
      </Button>
    </div>
  );
}

/** Dialogs end above the strip, however high it is. */
function useHeight(strip: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (!strip.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      document.documentElement.style.setProperty('--toasts-height', `${String(height)}px`);
    });
    watch.observe(strip.current);
    return () => watch.disconnect();
  }, [strip]);
}
