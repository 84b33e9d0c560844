import { expect, test } from 'vitest';
import { isLocalAddress } from '../../../../electron/window/schemes';

test.each([
  'app://hyoka/index.html',
  'blob:app://hyoka/1',
  'data:image/png;base64,',
  'devtools://x',
  'APP://hyoka/',
])('%s stays on this PC', (address) => expect(isLocalAddress(address)).toBe(true));

test.each([
  'http://a/',
  'https://a/',
  'ws://a/',
  'wss://a/',
  'file:///a',
  'ftp://a/',
  'chrome-extension://a/',
  'appx://a',
  'nothing',
  '',
])('%s is refused', (address) => expect(isLocalAddress(address)).toBe(false));
