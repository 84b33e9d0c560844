import { z } from 'zod';
import { command } from './command';

export interface AppInfo {
  readonly name: string;
  readonly version: string;
  /** Versions of the parts it runs on: electron, chrome, node. */
  readonly runtime: Readonly<Record<string, string>>;
  readonly locale: string;
}

export const guidePages = ['guide', 'licences'] as const;

export const appCommands = {
  'app.info': command<AppInfo>()(z.undefined()),
  /** Opens a page of the built-in help in a window of its own. */
  'app.openGuide': command<null>()(z.object({ page: z.enum(guidePages) })),
  /** Paths given at start or by the system that no window has taken yet; asking takes them. */
  'app.pendingFiles': command<readonly string[]>()(z.undefined()),
  /** The window's answer to the event `window.flush`: everything typed has been handed to the shell. */
  'window.flushed': command<null>()(z.undefined()),
  /** Whether the window shows a document: without one the menu items that need it cannot be chosen. */
  'window.documentShown': command<null>()(z.object({ open: z.boolean() })),
};
