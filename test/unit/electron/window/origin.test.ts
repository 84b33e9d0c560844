import { expect, test } from 'vitest';
import { isAppPage } from '../../../../electron/window/origin';

test.each(['app://hyoka/index.html', 'app://hyoka/index.html#a', 'app://hyoka/index.html?x=1'])(
  '%s is ours',
  (address) => {
    expect(isAppPage(address)).toBe(true);
  },
);

test.each([
  '',
  'about:blank',
  'app://hyoka/print/1',
  'app://hyoka/resources/guide/ja/index.html',
  'app://hyoka.example/index.html',
  'app://hyoka@evil/index.html',
  'https://hyoka/index.html',
  'file:///index.html',
])('%s is not ours', (address) => {
  expect(isAppPage(address)).toBe(false);
});
