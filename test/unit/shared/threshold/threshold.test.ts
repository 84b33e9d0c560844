import { describe, expect, it } from 'vitest';
import { dutyOf, formsOf, type Duty } from '../../../../shared/threshold/threshold';

/** 対象人数 on both sides of each boundary; duties with 500 handlers, with an accident, without either. */
const table: readonly (readonly [number, Duty, Duty, Duty])[] = [
  [0, 'none', 'none', 'none'],
  [999, 'none', 'none', 'none'],
  [1_000, 'basic', 'basic', 'basic'],
  [9_999, 'basic', 'basic', 'basic'],
  [10_000, 'focused', 'focused', 'basic'],
  [99_999, 'focused', 'focused', 'basic'],
  [100_000, 'full', 'full', 'focused'],
  [299_999, 'full', 'full', 'focused'],
  [300_000, 'full', 'full', 'full'],
  [9_000_000, 'full', 'full', 'full'],
];

describe('しきい値判断', () => {
  it.each(table)('%i 人', (people, many, accident, neither) => {
    expect(dutyOf({ people, handlers: 500, incident: false })).toBe(many);
    expect(dutyOf({ people, handlers: 500, incident: true })).toBe(many);
    expect(dutyOf({ people, handlers: 499, incident: true })).toBe(accident);
    expect(dutyOf({ people, handlers: 499, incident: false })).toBe(neither);
  });

  it('always comes with a 基礎項目評価書, except where there is no duty', () => {
    expect(Object.entries(formsOf).filter(([, forms]) => !forms.includes('form2'))).toEqual([['none', []]]);
  });
});
