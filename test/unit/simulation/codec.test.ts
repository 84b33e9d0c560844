import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDocument } from '../../simulation/oracle/start';
import { smallCodec } from '../../simulation/world/smallCodec';
import { codecCases } from './codecCases';

describe('the format of the simulator', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(codecCases, ({ changes, save }) => {
        const database = smallCodec.create(firstDocument('d'));
        database.apply(changes);
        const result = smallCodec.open(database.export({ save, program: 'test' }));
        expect(result.ok && result.database.whole()).toEqual(database.whole());
        expect(result.ok && result.database.opened.stamp).toEqual({ save, program: 'test' });
      }),
    );
  });

  it('refuses bytes that were cut anywhere', () => {
    fc.assert(
      fc.property(codecCases, fc.nat(), ({ changes, save }, at) => {
        const bytes = written(changes, save);
        expect(smallCodec.open(bytes.slice(0, at % bytes.length)).ok).toBe(false);
      }),
    );
  });

  it('refuses bytes that were altered anywhere', () => {
    fc.assert(
      fc.property(
        codecCases,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ({ changes, save }, at, difference) => {
          const bytes = written(changes, save);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ difference;
          expect(smallCodec.open(bytes).ok).toBe(false);
        },
      ),
    );
  });

  it('owns the bytes that it opens', () => {
    const bytes = written([], '0011223344556677');
    const before = bytes.slice();
    expect(smallCodec.open(bytes).ok).toBe(true);
    expect(bytes).not.toEqual(before);
  });
});

function written(
  changes: Parameters<ReturnType<typeof smallCodec.create>['apply']>[0],
  save: string,
): Uint8Array {
  const database = smallCodec.create(firstDocument('d'));
  database.apply(changes);
  return database.export({ save, program: 'test' });
}
