import { expect, test } from 'vitest';
import { caretAfter } from '../../../../renderer/components/caret';

test('the caret stands behind what changed', () => {
  expect(caretAfter('住民課', '住民税課', 2)).toBe(3);
  expect(caretAfter('住民税課', '住民課', 3)).toBe(2);
  expect(caretAfter('あいう', 'あいうえお', 3)).toBe(5);
  expect(caretAfter('', '令和6年10月1日', 0)).toBe(9);
});

test('the caret never leaves the text', () => {
  expect(caretAfter('あいうえお', '', 4)).toBe(0);
  expect(caretAfter('あああ', 'ああ', 3)).toBeLessThanOrEqual(2);
});
