import { expect, test } from 'vitest';
import { PendingFiles } from '../../../../electron/window/pending';

test('every file is handed over once, in order, however often it was given', () => {
  const pending = new PendingFiles();
  for (const path of ['/a', '/b', '/a']) pending.add(path);
  expect(pending.take()).toEqual(['/a', '/b']);
  expect(pending.take()).toEqual([]);
});
