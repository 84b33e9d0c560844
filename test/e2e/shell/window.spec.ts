import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { launch, rootSwitches, runtime } from '../harness/launch';

const run = promisify(execFile);

test('a second start hands its file to the window that is open, and ends', async () => {
  const running = await launch();
  const received = running.page.evaluate(
    () => new Promise<string>((resolve) => window.hyoka.on('file.open', ({ path }) => resolve(path))),
  );
  await running.page.evaluate(() => window.hyoka.commands['app.pendingFiles']());
  const folder = await mkdtemp(join(tmpdir(), 'hyokasho-second-'));
  const args = [...rootSwitches(), process.cwd(), `--user-data-dir=${running.userData}`, '評価書 1.hyoka'];
  await run(runtime(), args, { cwd: folder }).catch(async () =>
    run(runtime(), [...args], { cwd: process.cwd() }),
  );
  expect(await received).toMatch(/評価書 1\.hyoka$/);
  await running.close();
  await rm(folder, { recursive: true });
});

test('the window opens where it was closed, in the size it had', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'hyokasho-state-'));
  const first = await launch({ userData });
  const bounds = { x: 60, y: 40, width: 1010, height: 640 };
  await first.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await first.page.waitForTimeout(300);
  await first.close();
  const second = await launch({ userData });
  const found = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  await second.close();
  await rm(userData, { recursive: true });
  expect(found).toEqual(bounds);
});

test('the page can be opened anew after its process has crashed', async () => {
  const running = await launch();
  await running.page.evaluate(() => window.hyoka.commands['app.pendingFiles']());
  const answer = await running.app.evaluate(async ({ dialog, BrowserWindow }) => {
    // The question to the person is answered with its first button.
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
    // Ended from outside, as by the system: forcefullyCrashRenderer waits for ever while a debugger is attached.
    process.kill(contents?.getOSProcessId() ?? 0, 'SIGKILL');
    await loaded;
    return contents?.executeJavaScript('hyoka.commands["app.info"]()') as Promise<{ ok: boolean }>;
  });
  expect(answer.ok).toBe(true);
  await running.close();
});

test('the menu speaks the language of the settings at once, and every item has its text', async () => {
  const running = await launch();
  const labels = () =>
    running.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => [
        menu.label,
        ...(menu.submenu?.items ?? []).filter(({ type }) => type !== 'separator').map(({ label }) => label),
      ]),
    );
  const japanese = await labels();
  await running.page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'en' }));
  const english = await labels();
  await running.close();
  expect(japanese).toContain('ファイル(&F)');
  expect(english).toContain('&File');
  expect(english).toHaveLength(japanese.length);
  expect([...japanese, ...english].filter((label) => label === '' || label.startsWith('menu.'))).toEqual([]);
});
