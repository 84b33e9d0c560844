import Encoding from 'encoding-japanese';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../shared/intake/readers/encoding';
import { sniff } from '../../../../../shared/intake/readers/sniff';

const LETTER = '評価書番号\n7\nみなも市長は、国民健康保険に関する事務の取扱いについて\n';

function cp932(text: string): Uint8Array {
  return Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to: 'SJIS', type: 'array' }));
}

function utf16(text: string, little: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('UTF-16 without a mark', () => {
  it.each([
    ['UTF-16LE', true],
    ['UTF-16BE', false],
  ] as const)('%s is text and read as such', (encoding, little) => {
    const bytes = utf16(LETTER, little);
    expect(sniff(bytes, 'a.txt')).toEqual({ kind: 'format', format: 'text' });
    expect(decodeText(bytes)).toEqual({ text: LETTER, encoding, undecoded: 0 });
  });

  it('of a web page is a web page', () => {
    expect(sniff(utf16(`<html><p>${LETTER}`, true), 'a.html')).toEqual({ kind: 'format', format: 'html' });
  });

  it('is not seen in other text that holds a zero byte', () => {
    const text = `${LETTER}\u0000値\u0000\u0000\n${LETTER}`;
    expect(decodeText(strToU8(text))).toEqual({ text, encoding: 'UTF-8', undecoded: 0 });
  });
});

describe('text with damaged or foreign places', () => {
  it('keeps everything around bytes that are no character', () => {
    const bytes = joined(strToU8(LETTER), Uint8Array.of(0xff, 0xfe, 0x80), strToU8('値'));
    expect(decodeText(bytes)).toEqual({
      text: `${LETTER}\ufffd\ufffd\ufffd値`,
      encoding: 'UTF-8',
      undecoded: 3,
    });
  });

  it.each([
    ['one line of CP932 among UTF-8', joined(strToU8(LETTER), cp932('概要です\n'), strToU8(LETTER)), 'UTF-8'],
    ['one line of UTF-8 among CP932', joined(cp932(LETTER), strToU8('概要です\n'), cp932(LETTER)), 'CP932'],
  ] as const)('reads %s, each line as what it is', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: `${LETTER}概要です\n${LETTER}`, encoding, undecoded: 0 });
  });

  it('is not taken for a seven-bit encoding because of an escape', () => {
    const text = `${LETTER}\u001b(B`;
    expect(decodeText(strToU8(text)).text).toBe(text);
  });
});

describe('CP932', () => {
  it('keeps characters that an office has drawn itself', () => {
    const bytes = joined(cp932('氏名\n山'), Uint8Array.of(0xf0, 0x40, 0xf9, 0xfc), cp932('田？?\n'));
    expect(decodeText(bytes)).toEqual({
      text: '氏名\n山\ue000\ue757田？?\n',
      encoding: 'CP932',
      undecoded: 0,
    });
  });

  it('marks and counts what stands for no character', () => {
    const bytes = joined(cp932('氏名は'), Uint8Array.of(0x85, 0x40, 0xff), cp932('です?\n'));
    expect(decodeText(bytes)).toEqual({ text: '氏名は\ufffd\ufffdです?\n', encoding: 'CP932', undecoded: 2 });
  });
});

describe('UTF-32', () => {
  const utf32 = (text: string, little: boolean) => {
    const codes = Array.from(`\ufeff${text}`, (character) => character.codePointAt(0) ?? 0);
    const view = new DataView(new ArrayBuffer(codes.length * 4));
    codes.forEach((code, at) => view.setUint32(at * 4, code, little));
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['UTF-32LE', true],
    ['UTF-32BE', false],
  ] as const)('%s with a mark is text and read as such', (encoding, little) => {
    const bytes = utf32('髙い𠮷野家', little);
    expect(sniff(bytes, 'a.txt')).toEqual({ kind: 'format', format: 'text' });
    expect(decodeText(bytes)).toEqual({ text: '髙い𠮷野家', encoding, undecoded: 0 });
  });
});

describe('text of other languages in encodings of their own', () => {
  it.each([
    ['GBK', 'b8f6c8cbd0c5cfa2b1a3bba4d3b0cfecc6c0b9c0b1a8b8e6cae9'],
    ['Windows-1251', 'cef6e5ede0eae0e2eee7e4e5e9f1f2e2e8ffede0e7e0f9e8f2f3'],
  ])('%s is doubtful', (_, hex) => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    expect(decodeText(bytes).doubtful).toBe(true);
  });

  it('a list of names and places in Shift_JIS is not', () => {
    const list = Uint8Array.from(
      Encoding.convert(
        Encoding.stringToCode('東京都千代田区\t山田太郎\n大阪府\t鈴木一郎'),
        'SJIS',
        'UNICODE',
      ),
    );
    expect(decodeText(list).doubtful).toBeUndefined();
  });
});
