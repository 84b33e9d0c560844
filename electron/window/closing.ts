import { app, type BrowserWindow } from 'electron';
import { tellWindow } from './main-window';

/** How long a window may take to hand over what was typed, in ms. A hung window must not keep the PC from shutting down. */
const patience = 3000;

let flushed: (() => void) | undefined;
let quitting = false;

/** Called when the window has handed over everything typed. */
export function windowFlushed(): void {
  flushed?.();
}

export interface Closing {
  /** False while the page is loading or gone: it has nothing to hand over and would not answer. */
  readonly listens: () => boolean;
  /** Writes what the shell holds; answers false where the window has to stay, since text would be lost. */
  readonly finish: () => Promise<boolean>;
}

/** Before the window closes it hands over what was typed, then `finish` writes it; it is destroyed only when that is done. */
export function closeCarefully(window: BrowserWindow, { listens, finish }: Closing): void {
  let closing = false;
  app.on('before-quit', () => (quitting = true));
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void (listens() ? handOver() : Promise.resolve())
      .then(finish)
      .catch(() => true)
      .then((mayClose) => {
        closing = false;
        if (mayClose) window.destroy();
        else quitting = false;
      });
  });
}

function handOver(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    flushed = () => {
      clearTimeout(timer);
      resolve();
    };
    tellWindow('window.flush', { reason: quitting ? 'quit' : 'close' });
  });
}
