import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

test('unit tests run from the root of the project', () => {
  expect(existsSync('package.json')).toBe(true);
});
