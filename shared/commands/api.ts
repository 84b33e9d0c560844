import type { Commands } from './contract';
import type { EventName, EventPayloads } from './events';

/** What the preload puts on `window.hyoka`: all that a window can ask of the shell. */
export interface HyokaApi {
  readonly commands: Commands;
  /** Listens to an event; the function that is returned stops it. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): () => void;
  /** Path on disk of a File that was dropped on the window or chosen; empty for one that has none. */
  pathOfFile(file: object): string;
}
