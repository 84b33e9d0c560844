import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchPackaged, packagedProgram } from '../harness/packaged';
import { doMainJob } from '../harness/session';
import { callsBeyond, canTrace, traced } from '../harness/systemCalls';

test('the packaged program opens no socket beyond this computer', async () => {
  test.skip(!canTrace(), 'system calls cannot be recorded here (strace)');
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'hyokasho-calls-'));
  const program = await traced(packagedProgram());
  const { page, close } = await launchPackaged(program.path);
  await doMainJob(page, folder);
  expect(await close()).toBe(0);
  await rm(folder, { recursive: true, force: true });
  const calls = await program.calls();
  expect(calls.length).toBeGreaterThan(100);
  expect(callsBeyond(calls)).toEqual([]);
});
