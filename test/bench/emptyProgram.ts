import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The least that shows a page with one text field: what the runtime itself costs. */
export async function emptyProgram(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    '{"name":"empty","version":"0.0.0","type":"module","main":"main.mjs"}',
  );
  await writeFile(
    join(folder, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron';
void app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<textarea>'));`,
  );
  return folder;
}
