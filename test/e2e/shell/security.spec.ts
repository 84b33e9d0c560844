import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from '../harness/launch';

test('the page has no Node, no inline code, and no way to another page', async () => {
  const { page, close } = await launch();
  const found = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.head.append(inline);
    const before = location.href;
    location.href = 'app://hyoka/resources/THIRD-PARTY.txt';
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      names: ['require', 'process', 'module', 'Buffer', 'ranInline'].filter((name) => name in window),
      stayed: location.href === before,
      api: Object.keys(window.hyoka).sort(),
    };
  });
  expect(found).toEqual({ names: [], stayed: true, api: ['commands', 'on', 'pathOfFile'] });
  await close();
});

test('every permission is denied', async () => {
  const { page, close } = await launch();
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]).map((name) =>
        navigator.permissions.query({ name }).then(({ state }) => state),
      ),
    ),
  );
  expect(new Set(states)).toEqual(new Set(['denied']));
  await close();
});

test('our scheme serves nothing outside the product', async () => {
  const { page, close } = await launch();
  const answers = await page.evaluate(() =>
    Promise.all(
      [
        'app://hyoka/index.html',
        'app://hyoka/resources/fonts/BIZUDPMincho-Regular.ttf',
        'app://hyoka/..%2f..%2fpackage.json',
        'app://hyoka/resources/..%2f..%2f..%2fpackage.json',
        'app://hyoka/%2e%2e/preload/preload.cjs',
        'app://hyoka/resources/%00',
        'app://other/index.html',
        'app://hyoka/print/unknown',
      ].map((address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    ),
  );
  expect(answers.slice(0, 2)).toEqual([200, 200]);
  expect(answers.slice(2).filter((status) => status === 200)).toEqual([]);
  await close();
});

test('a command from another page than the application is refused', async () => {
  const { app, close } = await launch();
  const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload } });
    await window.loadURL('app://hyoka/resources/THIRD-PARTY.txt');
    const result: unknown = await window.webContents.executeJavaScript('hyoka.commands["app.info"]()');
    window.destroy();
    return result;
  }, resolve('dist/preload/preload.cjs'));
  expect(answer).toEqual({ ok: false, error: { code: 'forbiddenSender', params: {} } });
  await close();
});

test('invalid input is answered, never run', async () => {
  const { page, close } = await launch();
  const answers = await page.evaluate(async () => {
    const { commands } = window.hyoka;
    const set = commands['settings.set'] as unknown as (
      input: unknown,
    ) => Promise<{ ok: boolean; error?: { code: string } }>;
    return Promise.all([{ language: 'fr' }, { textSize: 1e9 }, 'x', null].map(set));
  });
  expect(answers.map(({ error }) => error?.code)).toEqual(Array(4).fill('invalidInput'));
  await close();
});

test('the window and the help have no Node, a sandbox and a context apart', async () => {
  const { app, page, close } = await launch();
  await page.evaluate(() => window.hyoka.commands['app.openGuide']({ page: 'guide' }));
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not among the published types, but the only way to see what a window was really made with.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const all = getLastWebPreferences.call(contents);
      const names = ['nodeIntegration', 'contextIsolation', 'sandbox', 'webSecurity', 'webviewTag'];
      return Object.fromEntries(names.map((name) => [name, all[name]]));
    }),
  );
  const secure = { nodeIntegration: false, contextIsolation: true, sandbox: true, webSecurity: true };
  expect(preferences).toEqual([
    { ...secure, webviewTag: false },
    { ...secure, webviewTag: false },
  ]);
  await close();
});

test('a page cannot embed a foreign page or open a window', async () => {
  const { app, page, close } = await launch();
  const opened = await page.evaluate(() => {
    document.body.append(document.createElement('webview'));
    return window.open('app://hyoka/index.html');
  });
  await page.waitForTimeout(300);
  expect(opened).toBeNull();
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  await close();
});
