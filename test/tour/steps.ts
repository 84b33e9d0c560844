import type { MenuCommand } from '../../shared/commands/events';
import type { Tour } from './tour';

/** One stop: what is done there; a picture of the window is taken afterwards under the stop's name. */
export interface Stop {
  readonly name: string;
  readonly go: (tour: Tour) => Promise<void>;
}

const press = (command: MenuCommand) => (tour: Tour) => tour.menu(command);

/** The main job from the first screen on. A new screen gets its stop here. */
export const stops: readonly Stop[] = [
  { name: 'start', go: async ({ page }) => page.locator('main, [role=main], h1').first().waitFor() },
  { name: 'editor', go: (tour) => tour.openSample() },
  { name: 'find', go: press('edit.find') },
  { name: 'compare', go: press('view.compare') },
  {
    name: 'preview',
    go: async (tour) => {
      await tour.menu('file.preview');
      await tour.page.locator('canvas').first().waitFor();
    },
  },
  { name: 'settings', go: press('view.settings') },
  { name: 'review', go: (tour) => tour.importWord() },
];
