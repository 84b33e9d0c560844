import type { MenuCommand } from '../../shared/commands/events';
import type { Tour } from './tour';

/** One stop: what is done there; a picture of the window is taken afterwards under the stop's name. */
export interface Stop {
  readonly name: string;
  readonly go: (tour: Tour) => Promise<void>;
}

const choose = (command: MenuCommand) => (tour: Tour) => tour.menu(command);

/** Opens a dialog over what is shown; `leave` closes it before the next stop. */
const dialog = (command: MenuCommand) => async (tour: Tour) => {
  await tour.menu(command);
  await tour.page.locator('[role=dialog]').waitFor();
};

const leave = async ({ page }: Tour) => {
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
};

/** The main job from the first screen on. A new screen gets its stop here. */
export const stops: readonly Stop[] = [
  { name: 'start', go: async ({ page }) => page.locator('main, [role=main], h1').first().waitFor() },
  { name: 'new', go: dialog('file.new') },
  {
    name: 'review',
    go: async (tour) => {
      await leave(tour);
      await tour.openFile('test/fixtures/intake/minamo-waterside.txt');
      await tour.page.locator('.intake-review').waitFor();
      await tour.page.keyboard.press('Alt+ArrowDown');
    },
  },
  {
    name: 'editor',
    go: async (tour) => {
      await tour.menu('view.home');
      await tour.openSample();
    },
  },
  {
    name: 'changed',
    go: async ({ page }) => {
      const box = page.locator('textarea:visible').nth(2);
      await box.click();
      await box.press('Control+End');
      await page.keyboard.insertText('みなも市は、取扱いの状況を毎年度公表する。');
      await page.locator('[role=tab]').nth(2).click();
    },
  },
  { name: 'find', go: choose('edit.find') },
  {
    name: 'compare',
    go: async (tour) => {
      await tour.page.keyboard.press('Escape');
      await tour.menu('view.compare');
      await tour.page.locator('.compare-editions').waitFor();
    },
  },
  { name: 'rows', go: async ({ page }) => page.locator('[role=tab]').nth(1).click() },
  {
    name: 'preview',
    go: async (tour) => {
      await tour.menu('file.preview');
      await tour.page.locator('canvas').first().waitFor();
      await tour.writeDocuments();
    },
  },
  { name: 'export', go: dialog('file.export') },
  {
    name: 'settings',
    go: async (tour) => {
      await leave(tour);
      await tour.menu('view.settings');
    },
  },
  {
    name: 'batch',
    go: async (tour) => {
      await tour.menu('file.exportAll');
      await tour.page.locator('.batch-table').waitFor();
    },
  },
  { name: 'shortcuts', go: dialog('help.shortcuts') },
];
