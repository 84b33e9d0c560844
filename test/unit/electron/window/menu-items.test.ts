import { expect, test } from 'vitest';
import { menus } from '../../../../electron/window/menu-items';

const keys = menus.flatMap(({ items }) =>
  items.flatMap((item) => ('keys' in item && item.keys ? [item.keys] : [])),
);

test('no two items of the menu answer to the same keys', () => {
  expect(new Set(keys).size).toBe(keys.length);
});

test('the usual shortcuts are there', () => {
  for (const key of ['S', 'O', 'N', 'Z', 'Y', 'F', 'H', 'P']) expect(keys).toContain(`CmdOrCtrl+${key}`);
});
