import { expect, test } from 'vitest';
import { isOnShare } from '../../../../electron/window/unc';

test.each(['\\\\server\\share\\hyokasho-kobo.exe', '//server/share/a', '\\\\?\\UNC\\server\\share\\a.exe'])(
  '%s is on a share',
  (path) => {
    expect(isOnShare(path)).toBe(true);
  },
);

test.each(['C:\\Users\\a\\hyokasho-kobo.exe', '\\\\?\\C:\\a.exe', '\\\\.\\pipe\\a', '/opt/a', ''])(
  '%s is not',
  (path) => {
    expect(isOnShare(path)).toBe(false);
  },
);
