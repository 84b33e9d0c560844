import type { ElectronApplication } from '@playwright/test';

/**
 * Makes the writes of the running main process slow and short: each writes a half at most, and waits up to so long (ms) before and after.
 * A kill then often comes in the middle of one.
 */
export async function slowDisk(app: ElectronApplication, longest: number): Promise<void> {
  await app.evaluate(async (_electron, most) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const handle = await files.open(process.execPath, 'r');
    const kind = Object.getPrototypeOf(handle) as {
      write: (bytes: Uint8Array, from: number, length: number, at: number) => Promise<unknown>;
      sync: () => Promise<void>;
    };
    await handle.close();
    const { write, sync } = kind;
    const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * most));
    kind.write = async function (bytes, from, length, at) {
      await pause();
      const answer = await write.call(this, bytes, from, Math.max(1, Math.ceil(length / 2)), at);
      await pause();
      return answer;
    };
    kind.sync = async function () {
      await pause();
      await sync.call(this);
      await pause();
    };
  }, longest);
}
