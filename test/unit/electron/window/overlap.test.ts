import { expect, test } from 'vitest';
import { overlaps } from '../../../../electron/window/overlap';

const screen = { x: 0, y: 0, width: 1366, height: 728 };
const at = (x: number, y: number) => ({ x, y, width: 1000, height: 600 });

test('a window whose top can be reached is where it may open again', () => {
  expect(
    [at(0, 0), at(-900, 0), at(1266, 678), at(10, -10)].map((bounds) => overlaps(screen, bounds)),
  ).toEqual(Array(4).fill(true));
});

test('a window on a screen that is gone, or with its top out of reach, is not', () => {
  expect(
    [at(1366, 0), at(-950, 0), at(0, 700), at(0, -400)].map((bounds) => overlaps(screen, bounds)),
  ).toEqual(Array(4).fill(false));
});
