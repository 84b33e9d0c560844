import { expect, test } from 'vitest';
import { withRecent } from '../../../../electron/settings/recent-list';

test('the newest stands first, each file once, at most ten', () => {
  expect(withRecent(['/b', '/a'], '/a')).toEqual(['/a', '/b']);
  const many = Array.from({ length: 12 }, (_, index) => `/${index}`).reduce<readonly string[]>(
    withRecent,
    [],
  );
  expect(many).toHaveLength(10);
  expect(many[0]).toBe('/11');
});
