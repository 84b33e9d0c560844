import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { md5 } from '../../../../../../shared/intake/readers/cipher/md5';
import { rc4 } from '../../../../../../shared/intake/readers/cipher/rc4';
import { sha1 } from '../../../../../../shared/intake/readers/cipher/sha1';

it.each([
  ['md5', md5],
  ['sha1', sha1],
] as const)('%s is that of the platform, whatever the bytes', (name, hash) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(hash(bytes)).toString('hex')).toBe(createHash(name).update(bytes).digest('hex'));
    }),
  );
});

it('RC4 gives the bytes of RFC 6229', () => {
  const next = rc4(Uint8Array.of(1, 2, 3, 4, 5));
  expect(Array.from({ length: 8 }, () => next())).toEqual([0xb2, 0x39, 0x63, 0x05, 0xf0, 0x3d, 0xc0, 0x27]);
});
