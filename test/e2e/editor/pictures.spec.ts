import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { ImageRef } from '../../../shared/assessment/types';
import { pngOf } from '../harness/picture';
import { createNew, keptValue, launchEditor, openPart } from './open';

const run = promisify(execFile);
const AREA = 'annex1.diagram';

async function images(page: Page): Promise<readonly ImageRef[]> {
  const value = (await keptValue(page, AREA)) as { readonly images: readonly ImageRef[] } | undefined;
  return value?.images ?? [];
}

test('pictures are pasted, chosen, dropped, named, removed, taken back, and printed', async () => {
  const running = await launchEditor();
  const { app, page } = running;
  await createNew(page, '全項目評価書');
  await openPart(page, /別添1|別添１/);
  const place = page.locator(`[data-path="${AREA}"]`);
  const drop = place.getByRole('button', { name: /貼り付ける/ });

  await copyPicture(app, pngOf(120, 80, [0, 90, 200]));
  await drop.focus();
  await page.keyboard.press('Control+v');
  await expect
    .poll(async () => (await images(page)).map(({ width, height }) => [width, height]))
    .toEqual([[120, 80]]);

  const chooser = page.waitForEvent('filechooser');
  await drop.focus();
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: '業務全体図.jpg', mimeType: 'image/jpeg', buffer: pngOf(60, 60, [200, 0, 0]) });
  // The name says JPEG, the bytes are PNG: the bytes count.
  await expect
    .poll(async () => (await images(page)).map(({ mime, name }) => [mime, name]))
    .toEqual([
      ['image/png', '貼り付けた図.png'],
      ['image/png', '業務全体図.jpg'],
    ]);

  const transfer = await page.evaluateHandle(
    (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], '流れ図.png', { type: 'image/png' }));
      return data;
    },
    pngOf(30, 30, [0, 160, 0]).toString('base64'),
  );
  await drop.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(place.locator('img')).toHaveCount(3);
  await expect(place.locator('img').first()).toHaveJSProperty('naturalWidth', 120);

  await place.getByLabel('図の説明').first().fill('窓口から基幹システムまでの流れ');
  await expect.poll(async () => (await images(page))[0]?.alt).toBe('窓口から基幹システムまでの流れ');
  await place.getByRole('button', { name: '図を外す' }).last().click();
  await expect(place.locator('img')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(place.locator('img')).toHaveCount(3);
  await page.screenshot({ path: 'test-results/pictures.png' });

  const folder = join(running.userData, 'out');
  const written = await page.evaluate(async (target) => {
    const { commands } = window.hyoka;
    const sessions = await commands['document.sessions']();
    const session = sessions.ok ? (sessions.value[0] ?? '') : '';
    return commands['publish.write']({
      session,
      job: 'pictures',
      variant: 'clean',
      formats: ['docx', 'pdf'],
      folder: target,
      name: 'out',
      overwrite: false,
    });
  }, folder);
  expect(written.ok && written.value.files.map(({ state }) => state)).toEqual(['written', 'written']);
  const { stdout: listed } = await run('pdfimages', ['-list', join(folder, 'out.pdf')]);
  expect(listed).toMatch(/\b120 +80\b/);
  const { stdout: parts } = await run('unzip', ['-l', join(folder, 'out.docx')]);
  expect(parts.match(/word\/media\//g)).toHaveLength(3);
  const { stdout: xml } = await run('unzip', ['-p', join(folder, 'out.docx'), 'word/document.xml'], {
    maxBuffer: 50_000_000,
  });
  expect(xml).toContain('窓口から基幹システムまでの流れ');
  await running.close();
});

/** Puts a picture on the clipboard of the display, as a drawing program does. */
async function copyPicture(app: ElectronApplication, png: Buffer): Promise<void> {
  await app.evaluate(({ clipboard, nativeImage }, base64) => {
    const image = nativeImage.createFromBuffer(Buffer.from(base64, 'base64'));
    // The types are those of the shipped Electron, which puts pictures there in another way than the test host.
    (clipboard as unknown as { writeImage: (picture: typeof image) => void }).writeImage(image);
  }, png.toString('base64'));
}

test('a file that is no usable picture is refused with its reason, and nothing changes', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page, '全項目評価書');
  await openPart(page, /別添1|別添１/);
  const chooser = page.locator(`[data-path="${AREA}"] input[type=file]`);
  const give = (name: string, buffer: Buffer) =>
    chooser.setInputFiles({ name, mimeType: 'image/png', buffer });
  const refused: readonly (readonly [string, Buffer, string])[] = [
    ['空.png', Buffer.alloc(0), '中身のないファイル'],
    ['名前だけ.png', Buffer.from('GIF89a'), 'PNG でも JPEG でもありません'],
    ['途中まで.png', pngOf(40, 40, [1, 2, 3]).subarray(0, 60), '壊れていて'],
    ['巨大.png', pngOf(12_000, 12_000, [1, 2, 3]), '1億画素'],
  ];
  for (const [name, bytes, words] of refused) {
    await give(name, bytes);
    await expect(page.locator('.toast').filter({ hasText: name })).toContainText(words);
    await page.locator('.toast').filter({ hasText: name }).getByRole('button', { name: '閉じる' }).click();
  }
  expect(await images(page)).toEqual([]);
  await running.close();
});
