import { describe, expect, it } from 'vitest';
import { storyOf, storyLines } from '../../simulation/campaign/main';
import { runStory } from '../../simulation/run';
import type { Action, Story } from '../../simulation/story';

const SEEDS = ['replay-1', 'replay-2', 'replay-3'];

function withPeople(story: Story, actions: readonly Action[]): Story {
  return {
    ...story,
    pcs: story.pcs.map((pc) => ({ ...pc, people: pc.people.map((person) => ({ ...person, actions })) })),
  };
}

describe('a story', () => {
  it.each(SEEDS)('is played twice in the same way, call by call: %s', async (seed) => {
    const first = await storyLines(storyOf(seed, 0), true);
    expect(first.length).toBeGreaterThan(20);
    expect(await storyLines(storyOf(seed, 0), true)).toEqual(first);
  });

  it('ends when nobody does anything', async () => {
    const { violations, acknowledged } = await runStory(withPeople(storyOf('replay-1', 0), []));
    expect({ violations, acknowledged }).toEqual({ violations: [], acknowledged: 0 });
  });
});
