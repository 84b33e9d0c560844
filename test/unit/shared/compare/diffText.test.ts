import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText, mirror, newText, oldText } from '../../../../shared/compare/diffText';
import { japaneseText } from '../assessment/arbitrary';

const paragraphs = fc.array(japaneseText, { maxLength: 6 }).map((lines) => lines.join('\n'));
const pair = fc.tuple(paragraphs, paragraphs);

describe('differences of two texts', () => {
  it('hold both texts to the character', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const segments = diffText(before, after);
        expect([oldText(segments), newText(segments)]).toEqual([before, after]);
      }),
    );
  });

  it('mirror when the texts change places', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(diffText(after, before)).toEqual(mirror(diffText(before, after)));
      }),
    );
  });

  it('name nothing in a text and itself', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        expect(diffText(text, text).filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
    );
  });

  it('are words, not letters', () => {
    expect(diffText('督促状及び被保険者証の印刷を行う。', '督促状及び資格確認書の印刷を行う。')).toEqual([
      { kind: 'same', text: '督促状及び' },
      { kind: 'removed', text: '被保険者証' },
      { kind: 'added', text: '資格確認書' },
      { kind: 'same', text: 'の印刷を行う。' },
    ]);
  });

  it('leave an inserted paragraph alone', () => {
    const before = 'みなも市における措置\n入退室を記録している。\n施錠している。';
    const after = 'みなも市における措置\n監視カメラを置いている。\n入退室を記録している。\n施錠している。';
    expect(diffText(before, after).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: '監視カメラを置いている。\n' },
    ]);
  });

  it('keep a character whole', () => {
    const texts = diffText('葛󠄀城市の𠮷野', '葛城市の𠮟野').map(({ text }) => text);
    const torn = (text: string) =>
      /^\p{Mn}/u.test(text) || text.replace(/[\u{10000}-\u{10FFFF}]/gu, '').includes('\uD842');
    expect(texts.filter(torn)).toEqual([]);
  });
});
