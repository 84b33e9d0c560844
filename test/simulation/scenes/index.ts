import type { Story } from '../story';
import type { Random } from '../world/random';
import { journalAlone, journalWithGap, typingFast } from './journal';
import {
  crashAfterSaving,
  crashWhileFlushing,
  notDurable,
  overwriting,
  replacing,
  savingElsewhere,
  typingWhileMoving,
} from './saving';
import { closingLate, comingEarly, fallingAsleep, sleepingSave, sleepingSaveAs, unmounted } from './away';

type Scene = (story: Story, random: Random) => Story;

const SCENES: readonly (readonly [weight: number, scene: Scene])[] = [
  [24, (plain) => plain],
  [3, typingFast],
  [4, journalAlone],
  [3, journalWithGap],
  [3, savingElsewhere],
  [3, typingWhileMoving],
  [2, crashAfterSaving],
  [2, crashWhileFlushing],
  [2, notDurable],
  [1, replacing],
  [1, overwriting],
  [4, fallingAsleep],
  [4, sleepingSave],
  [3, sleepingSaveAs],
  [1, comingEarly],
  [1, closingLate],
  [2, unmounted],
];

/** Makes one kind of trouble likely that the general draws meet seldom; the rest of the story stays as it was drawn. */
export function withScene(story: Story, random: Random): Story {
  return random.weighted(SCENES)(story, random);
}
