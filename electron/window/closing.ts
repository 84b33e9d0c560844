import { app, type BrowserWindow } from 'electron';
import { sendToWindow } from './main-window';

/** How long a window may take to send its edits, in ms. A hung window must not keep the PC from shutting down. */
const FLUSH_TIMEOUT_MS = 3000;

let flushed: (() => void) | undefined;
let quitting = false;

/** Called when the window has sent all edits. */
export function windowFlushed(): void {
  flushed?.();
}

export interface CloseHooks {
  /** False while the page is loading or gone: it has nothing to send and would not answer. */
  readonly listens: () => boolean;
  /** Writes what the shell holds; answers false where the window has to stay, since text would be lost. */
  readonly finish: () => Promise<boolean>;
}

/** Before the window closes it sends its edits, then `finish` writes them; the window is destroyed only after that. */
export function closeAfterFlush(window: BrowserWindow, { listens, finish }: CloseHooks): void {
  let closing = false;
  app.on('before-quit', () => (quitting = true));
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void (listens() ? flushWindow() : Promise.resolve())
      .then(finish)
      .catch(() => true)
      .then((mayClose) => {
        closing = false;
        if (mayClose) window.destroy();
        else quitting = false;
      });
  });
}

function flushWindow(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FLUSH_TIMEOUT_MS);
    flushed = () => {
      clearTimeout(timer);
      resolve();
    };
    sendToWindow('window.flush', { reason: quitting ? 'quit' : 'close' });
  });
}
