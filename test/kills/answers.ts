import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';

/**
 * Notes in a file each text of an item that the program has answered as kept or saved, in the moment of the answer. What the file holds
 * after a kill was answered for certain.
 */
export async function noteAnswers(app: ElectronApplication, item: string, file: string): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { path, log }) => {
      const { appendFileSync } = process.getBuiltinModule('node:fs');
      const channel = 'command:document.apply';
      type Handler = (event: unknown, input: unknown) => Promise<unknown>;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`nothing answers ${channel}`);
      handlers.set(channel, async (event, input) => {
        const answer = await handler(event, input);
        const { edits } = input as { edits: { edit: { kind: string; path?: string; after?: unknown } }[] };
        const { ok, value } = answer as { ok: boolean; value?: { state: { kind: string } } };
        const last = edits.filter(({ edit }) => edit.kind === 'set' && edit.path === path).at(-1)?.edit.after;
        if (ok && value?.state.kind !== 'unkept' && typeof last === 'string')
          appendFileSync(log, `${JSON.stringify(last)}\n`);
        return answer;
      });
    },
    { path: item, log: file },
  );
}

/** The latest text that was answered; empty where there was none. */
export async function lastAnswer(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const last: unknown = JSON.parse(lines.at(-1) ?? '""');
  return typeof last === 'string' ? last : '';
}
