import { describe, expect, test } from 'vitest';
import { optionDoubt } from '../../../../shared/intake/optionDoubts';

const read = { selected: ['その他'], texts: { その他: '国保連', 民間事業者: '警備会社' } };
const doubtsOf = (code: string, selected = read.selected) =>
  ['本人', '民間事業者', 'その他'].map((label) =>
    optionDoubt({ reason: { code }, recognised: read }, { ...read, selected }, label),
  );

describe('the doubt about an option', () => {
  test('where the ticks are lost, every one is unknown but those that their words speak for', () => {
    expect(doubtsOf('ticksLost')).toEqual(['unknown', 'unknown', 'inferred']);
  });

  test('goes once a person has ticked or cleared the option', () => {
    expect(doubtsOf('ticksLost', ['本人'])).toEqual([undefined, 'unknown', undefined]);
  });

  test('words without a tick doubt their own option alone', () => {
    expect(doubtsOf('textWithoutTick')).toEqual([undefined, 'unknown', undefined]);
  });

  test('other reasons doubt no single option', () => {
    expect(doubtsOf('placeUnclear')).toEqual([undefined, undefined, undefined]);
  });

  test('nothing recognised: all are unknown', () => {
    const none = { selected: [], texts: {} };
    expect(optionDoubt({ reason: { code: 'checksUnread' } }, none, '本人')).toBe('unknown');
  });
});
