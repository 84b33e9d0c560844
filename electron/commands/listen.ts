import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { toCommandError, Failure } from '../../shared/commands/failure';
import { channelOf, commandNames } from '../../shared/commands/names';
import type { Result } from '../../shared/commands/result';
import { logError } from '../log';
import { isAppPage } from '../window/origin';
import { dispatch } from './dispatch';
import type { Handlers } from './handlers';

/**
 * Answers every command of the contract with the handlers that the modules registered. A command that comes before all
 * modules are `ready` waits for them.
 */
export function listen(handlers: Handlers, ready: Promise<void>): void {
  for (const name of commandNames) {
    ipcMain.handle(channelOf(name), async (event, input: unknown) => {
      if (!isTrusted(event)) return refusal;
      await ready;
      const result = await dispatch(handlers, name, input, { sender: event.sender });
      if (!result.ok) logError(name, result.error);
      return result;
    });
  }
}

const refusal: Result<never> = { ok: false, error: toCommandError(new Failure('forbiddenSender')) };

/** Only the main frame of one of our own pages may ask: no embedded frame, no foreign page. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isAppPage(frame.url);
}
