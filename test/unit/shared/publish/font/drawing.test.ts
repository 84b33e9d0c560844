import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawText } from '../../../../../shared/publish/font/drawing';

const font = new Uint8Array(readFileSync('dist/resources/fonts/BIZUDPMincho-Regular.ttf'));

describe('drawText', () => {
  test('draws closed outlines, as wide as the characters are', () => {
    const one = drawText(font, '評');
    const two = drawText(font, '評評');
    expect(one?.path).toMatch(/^M[-\d ]+[LQ].*Z$/);
    expect(two?.width).toBe(2 * (one?.width ?? 0));
    expect(two?.path.split('M')).toHaveLength(2 * (one?.path.split('M').length ?? 0) - 1);
  });

  test('stays within the box of the line', () => {
    const drawn = drawText(font, '基礎項目評価書ABgjé１');
    const numbers = drawn?.path.match(/-?\d+/g)?.map(Number) ?? [];
    const down = numbers.filter((_, at) => at % 2 === 1);
    expect(Math.min(...down)).toBeGreaterThan(-(drawn?.unitsPerEm ?? 0) * 1.05);
    expect(Math.max(...down)).toBeLessThan((drawn?.unitsPerEm ?? 0) * 0.3);
  });

  test('a character that the font does not have leaves a space', () => {
    expect(drawText(font, '\u{10ffff}')?.path).toBe('');
  });

  test('bytes of something else are no font', () => {
    expect(drawText(Uint8Array.from([1, 2, 3]), 'あ')).toBeUndefined();
    expect(drawText(new Uint8Array(200), 'あ')).toBeUndefined();
  });
});
