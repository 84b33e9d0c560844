import type { Handlers } from './commands/handlers';
import type { EventName, EventPayloads } from '../shared/commands/events';

/** What a module of the shell may use. */
export interface Shell {
  /** Answers commands; each command has exactly one handler. */
  handle(handlers: Handlers): void;
  /** Tells every window something. */
  emit<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void;
  /** Hands a file to the window, or keeps it until the window asks for it. */
  openFile(path: string): void;
  /** Hands over the files that wait for a window. */
  pendingFiles(): readonly string[];
  /** Work to finish before the program ends: documents to write, locks to give back. Answering false keeps the program running. */
  beforeQuit(finish: () => Promise<boolean>): void;
}

/** A part of the shell. `main.ts` starts the list of modules in order. */
export interface ShellModule {
  readonly name: string;
  start(shell: Shell): void | Promise<void>;
}
