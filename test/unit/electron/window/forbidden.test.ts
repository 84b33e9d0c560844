import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the security recommendations of Electron advise against, and this program never needs. */
const FORBIDDEN: readonly RegExp[] = [
  /openExternal/,
  /allowRunningInsecureContent/,
  /experimentalFeatures/,
  /enableBlinkFeatures/,
  /nodeIntegration\w*: true/,
  /contextIsolation: false/,
  /sandbox: false/,
  /webSecurity: false/,
  /webviewTag: true/,
  /<webview/,
  /allowpopups/,
  /load(?:URL|File)\(\s*['"`](?:https?|file):/,
  /dangerouslySetInnerHTML/,
];

const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => join(folder, name)),
);

test('the sources hold none of what the security recommendations of Electron advise against', () => {
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return FORBIDDEN.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
});
