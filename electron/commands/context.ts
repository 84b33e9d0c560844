import type { WebContents } from 'electron';

/** Who asks. */
export interface CommandContext {
  readonly sender: WebContents;
}
