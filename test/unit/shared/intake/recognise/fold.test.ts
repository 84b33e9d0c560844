import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../../shared/intake/recognise/fold';

describe('folding', () => {
  it('makes one of what looks alike', () => {
    expect(fold('［　〇 ］ １．サ－バ').key).toBe(fold('[○]1.サーバ').key);
    expect(fold('①').key).not.toBe(fold('1').key);
  });

  it('knows the place of every code unit of the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { key, at } = fold(text);
        expect(at).toHaveLength(key.length + 1);
        expect(at.at(-1)).toBe(text.length);
        expect([...at].sort((a, b) => a - b)).toEqual(at);
      }),
    );
    expect(fold('𠮷野（㈱）').at).toEqual([0, 0, 2, 3, 4, 4, 4, 5, 6]);
  });
});
