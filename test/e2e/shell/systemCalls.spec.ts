import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { launch, rootSwitches, runtime } from '../harness/launch';
import { doMainJob } from '../harness/session';
import { callsBeyond, canTrace, traced } from '../harness/systemCalls';

const run = promisify(execFile);

let folder: string;

test.beforeEach(async () => {
  test.skip(!canTrace(), 'system calls cannot be recorded here (strace)');
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-calls-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('starting, importing, editing, publishing and closing open no socket beyond this computer', async () => {
  test.setTimeout(180_000);
  const program = await traced(runtime());
  const running = await launch({ program: program.path });
  await doMainJob(running.page, folder);
  await running.close();
  const calls = await program.calls();
  expect(calls.length).toBeGreaterThan(100);
  expect(callsBeyond(calls)).toEqual([]);
});

test('the command line opens no socket beyond this computer', async () => {
  const program = await traced(runtime());
  const out = join(folder, 'out.hyoka');
  await run(program.path, [...rootSwitches(), process.cwd(), '--cli', 'new', '--form', 'form3', '-o', out]);
  await run(program.path, [...rootSwitches(), process.cwd(), '--cli', 'export', out, '-o', `${out}.pdf`]);
  expect(callsBeyond(await program.calls())).toEqual([]);
});

/** Attempts by plain Node to reach addresses that are kept free for documentation, and one that stays at home. */
const ATTEMPTS: readonly (readonly [string, string, boolean])[] = [
  [
    'a UDP socket that is connected and sends nothing',
    `require('dgram').createSocket('udp6').on('error', () => process.exit()).connect(9, '2001:db8::1', () => process.exit())`,
    true,
  ],
  [
    'a datagram',
    `require('dgram').createSocket('udp4').send('x', 9, '192.0.2.1', () => process.exit())`,
    true,
  ],
  ['a server for everybody', `require('net').createServer().listen(0, () => process.exit())`, true],
  [
    'a server for this computer',
    `require('net').createServer().listen(0, '127.0.0.1', () => process.exit())`,
    false,
  ],
];

for (const [name, script, isBeyond] of ATTEMPTS)
  test(`the record of calls tells ${name}`, async () => {
    const program = await traced(process.execPath);
    await run(program.path, ['-e', script]);
    expect(callsBeyond(await program.calls()).length > 0).toBe(isBeyond);
  });
