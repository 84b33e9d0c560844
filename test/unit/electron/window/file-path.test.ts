import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distPath, resourcePath } from '../../../../electron/resources';
import { filePath } from '../../../../electron/window/file-path';

test('pages come from the window, /resources from the resources', () => {
  expect(filePath('/index.html')).toBe(distPath('renderer', 'index.html'));
  expect(filePath('/resources/fonts/a.ttf')).toBe(resourcePath('fonts', 'a.ttf'));
});

test('no path leaves its folder', () => {
  const part = fc.constantFrom('..', '.', 'a', 'resources', '', '\\', '%2e', '\0');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = filePath(`/${parts.join('/')}`);
      if (path === null) return;
      expect(path.includes('\0') || path.includes('/../')).toBe(false);
      expect([distPath('renderer'), resourcePath()].some((root) => path.startsWith(`${root}/`))).toBe(true);
    }),
  );
});
