import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Assessment } from '../../../shared/assessment/types';
import { launch, type Running } from '../harness/launch';

/** The program with its documents in the folder of the test. */
export async function launchEditor(): Promise<Running> {
  const running = await launch();
  await running.page.waitForSelector('.frame');
  await running.page.evaluate(
    (workspace) =>
      window.hyoka.commands['settings.set']({ workspace, theme: 'light', language: 'ja', userName: '田代' }),
    join(running.userData, 'documents'),
  );
  return running;
}

/** Makes a new assessment as a person does; `name` as printed on the form. */
export async function createNew(page: Page, name = '重点項目評価書'): Promise<void> {
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  await page.getByRole('dialog').getByText(name).click();
  await page.getByRole('button', { name: '作成する' }).click();
  await page.waitForSelector('[id="item-cover.name"]');
}

/** The control of an item, by its path; entries are left out with `*`: `II[*].4.items[*].m1`. Of several the first. */
export function field(page: Page, path: string, control = 'textarea'): Locator {
  const pieces = path.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const place =
    pieces.length === 1 ? `[data-path="${path}"]` : `[data-path^="${first}"][data-path$="${last}"]`;
  return page.locator(`${place} ${control}`).first();
}

/** The assessment as the shell has it. */
export async function kept(page: Page): Promise<Assessment> {
  const answer = await page.evaluate(async () => {
    const sessions = await window.hyoka.commands['document.sessions']();
    const session = sessions.ok ? sessions.value[0] : undefined;
    return window.hyoka.commands['document.get']({ session: session ?? '' });
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.assessment;
}

/** The value kept for an item, by its id without entries. */
export async function keptValue(page: Page, item: string): Promise<unknown> {
  const { values } = await kept(page);
  return Object.entries(values).find(([path]) => path.replace(/\[[^\]]*\]/g, '') === item)?.[1];
}

/** Goes to a part by its words in the tree. */
export async function openPart(page: Page, ...words: readonly (string | RegExp)[]): Promise<void> {
  for (const word of words) await page.locator('.tree-link', { hasText: word }).first().click();
}
