import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch } from '../harness/launch';
import { answerSaveDialog, item, menu, savedText, withDocument } from './files';

const SENTENCE = '特定個人情報ファイルの取扱いの全部を委託している。'.repeat(40);

/** Every text that the item shows, from now on. */
async function watchText(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = () => {
      const area = document.querySelector<HTMLTextAreaElement>('[data-path="cover.remarks"] textarea');
      if (area && seen.at(-1) !== area.value) seen.push(area.value);
      document.body.dataset.seen = JSON.stringify(seen);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => JSON.parse(document.body.dataset.seen ?? '[]') as string[]);
}

test('what is typed while the document closes is in the file, as far as the window took it', () =>
  withDocument(async ({ path }) => {
    const running = await launch({ args: [path] });
    const { page } = running;
    await item(page).click();
    const seen = await watchText(page);
    const typing = page.keyboard.type(SENTENCE, { delay: 8 });
    await expect.poll(async () => ((await seen()).at(-1) ?? '').length).toBeGreaterThan(5);
    await menu(running, 'file.close');
    await typing;
    await expect(page.getByRole('heading', { name: '評価書を作る・直す' })).toBeVisible();
    const shown = (await seen()).at(-1) ?? '';
    await running.close();
    expect(shown.length).toBeLessThan(SENTENCE.length);
    // A key may have been pressed after the last look at the field.
    const saved = savedText(path);
    expect(saved.startsWith(shown)).toBe(true);
    expect(SENTENCE.startsWith(saved)).toBe(true);
  }));

test('edits that are sent while the document closes are kept, or refused in words', () =>
  withDocument(async ({ path }) => {
    const running = await launch({ args: [path] });
    const { page } = running;
    await expect(item(page)).toBeEditable();
    const outcome = await page.evaluate(async () => {
      const { commands } = window.hyoka;
      const open = await commands['document.sessions']();
      const session = open.ok ? (open.value[0] ?? '') : '';
      const apply = (n: number) => {
        const before = n === 1 ? {} : { before: String(n - 1) };
        const edit = { kind: 'set' as const, path: 'cover.remarks', after: String(n), ...before };
        return commands['document.apply']({ session, edits: [{ edit }] });
      };
      let kept = 0;
      let closing: Promise<unknown> | undefined;
      while (kept < 300 && (await apply(kept + 1)).ok) {
        kept += 1;
        if (kept === 30) closing = commands['document.close']({ session });
      }
      await closing;
      const after = await apply(kept + 1);
      return { kept: String(kept), code: after.ok ? '' : after.error.code };
    });
    expect(outcome.code).toBe('sessionGone');
    await running.close();
    expect(savedText(path)).toBe(outcome.kept);
  }));

test('saving elsewhere while somebody types never takes a character back', () =>
  withDocument(async ({ folder, path }) => {
    const running = await launch({ args: [path] });
    const { page } = running;
    const target = join(folder, '別の名前.hyoka');
    await answerSaveDialog(running, target, 300);
    await item(page).click();
    const seen = await watchText(page);
    const typing = page.keyboard.type(SENTENCE, { delay: 10 });
    await page.waitForTimeout(400);
    await menu(running, 'file.saveAs');
    await typing;
    await expect(item(page)).toHaveValue(SENTENCE);
    const texts = await seen();
    texts.forEach((text, at) => expect(text.startsWith(texts[at - 1] ?? '')).toBe(true));
    const sessions = await page.evaluate(() => window.hyoka.commands['document.sessions']());
    expect(sessions.ok && sessions.value.length).toBe(1);
    await running.close();
    expect(savedText(target)).toBe(SENTENCE);
    expect(SENTENCE.startsWith(savedText(path))).toBe(true);
  }));
