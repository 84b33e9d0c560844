import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { createNew } from '../editor/open';
import { docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';

const SOURCE = docxOf(
  p('特定個人情報保護評価書（重点項目評価書）') +
    tbl([tc('評価書番号'), tc('7')], [tc('評価書名'), tc('みなも市 予防接種に関する事務')]),
);

/**
 * The main job from beginning to end, in a window that shows the first screen: imports a Word file, publishes it in all formats, makes a
 * new assessment, types and waits until it is saved. All files lie in `folder`.
 */
export async function doMainJob(page: Page, folder: string): Promise<void> {
  const source = join(folder, '予防接種.docx');
  await writeFile(source, SOURCE);
  await page.waitForSelector('.frame');
  const states = await page.evaluate(
    async ({ path, workspace }) => {
      const { commands } = window.hyoka;
      await commands['settings.set']({ workspace, language: 'ja' });
      const read = await commands['intake.import']({ job: 'import', path });
      if (!read.ok) throw new Error(read.error.code);
      const { session } = read.value;
      const report = await commands['publish.write']({
        session,
        job: 'publish',
        variant: 'clean',
        formats: ['pdf', 'docx', 'xlsx'],
        folder: workspace,
        name: 'out',
        overwrite: false,
      });
      await commands['document.close']({ session });
      return report.ok ? report.value.files.map(({ state }) => state) : [report.error.code];
    },
    { path: source, workspace: folder },
  );
  expect(states).toEqual(['written', 'written', 'written']);
  await createNew(page);
  await page.locator('[data-path="cover.name"] textarea').fill('みなも市 国民健康保険に関する事務');
  await expect(page.getByText('保存済み').first()).toBeVisible();
}
