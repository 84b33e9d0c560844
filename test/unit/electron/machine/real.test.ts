import { realpathSync } from 'node:fs';
import { platform } from 'node:process';
import { describe, expect, it } from 'vitest';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import { temporaryFolder } from '../documents/harness';
import { fileSystemContract } from './fileSystemContract';

fileSystemContract('the file system of this PC', () => ({
  files: realFileSystem,
  root: realpathSync(temporaryFolder()),
}));

describe('this PC', () => {
  it('knows which processes run', () => {
    const { host } = realMachine;
    expect(host.isRunning(host.processId)).toBe(true);
    // The largest number that Linux gives to a process is 4,194,304.
    expect(host.isRunning(4_999_999)).toBe(false);
  });

  it('measures time that never goes back', async () => {
    const { clock } = realMachine;
    const before = clock.elapsed();
    await clock.sleep(30);
    const between = clock.elapsed() - before;
    expect(between).toBeGreaterThanOrEqual(25);
    expect(between).toBeLessThan(10_000);
  });

  it('gives random digits, two for each byte', () => {
    expect(realMachine.random(16)).toMatch(/^[0-9a-f]{32}$/);
    expect(realMachine.random(16)).not.toBe(realMachine.random(16));
  });

  it.runIf(platform !== 'win32')('flushes a folder', async () => {
    await expect(realFileSystem.flushFolder(temporaryFolder())).resolves.toBeUndefined();
  });
});
