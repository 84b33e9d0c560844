/** Where the caret belongs after `before` became `after`: behind the last character that differs, else where it was. */
export function caretAfter(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret)) && before.length === after.length) return caret;
  let tail = 0;
  const most = Math.min(before.length, after.length);
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return after.length - tail;
}
