import { expect, test } from 'vitest';
import fc from 'fast-check';
import file from '../../../../resources/guidance/terms.json';
import { termsSchema } from '../../../../shared/guidance/schema';
import { partsWithTerms, TERMS, termsIn } from '../../../../shared/guidance/terms';

test('the glossary has the shape of its schema', () => {
  expect(termsSchema.safeParse(file).error?.issues ?? []).toEqual([]);
});

test('no id and no word stands for two terms', () => {
  const ids = TERMS.map(({ id }) => id);
  const words = TERMS.flatMap((term) => term.words);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(words).size).toBe(words.length);
});

test('the words that people ask about are explained', () => {
  const asked = ['符号', '取扱者', '移転', '重大事故', '準法定事務', '提供', '再委託', '中間サーバー'];
  expect(asked.map((word) => termsIn([word]).length)).toEqual(asked.map(() => 1));
});

test('the parts of any text are the text again, and each term is marked once', () => {
  const word = fc.constantFrom(...TERMS.flatMap((term) => term.words));
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (pieces) => {
      const text = pieces.join('');
      const parts = partsWithTerms(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const marked = parts.flatMap(({ term }) => term?.id ?? []);
      expect(new Set(marked).size).toBe(marked.length);
    }),
  );
});

test('a longer word is not read as the shorter one that it begins with', () => {
  const [first] = partsWithTerms('特定個人情報ファイルの取扱い');
  expect(first).toEqual({
    text: '特定個人情報ファイル',
    term: TERMS.find(({ id }) => id === 'specificFile'),
  });
});
