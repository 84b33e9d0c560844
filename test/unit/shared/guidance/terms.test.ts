import { expect, test } from 'vitest';
import fc from 'fast-check';
import file from '../../../../resources/guidance/terms.json';
import { termsSchema } from '../../../../shared/guidance/schema';
import { markTerms, TERMS, termsIn } from '../../../../shared/guidance/terms';

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

test('the parts of any texts are the texts again, and each term is marked once', () => {
  const word = fc.constantFrom(...TERMS.flatMap((term) => term.words));
  const text = fc.array(fc.oneof(word, fc.string())).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const marked = markTerms(texts);
      expect(marked.map((parts) => parts.map((part) => part.text).join(''))).toEqual(texts);
      const ids = marked.flatMap((parts) => parts.flatMap(({ term }) => term?.id ?? []));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('a longer word is not read as the shorter one that it begins with', () => {
  const [[first] = []] = markTerms(['特定個人情報ファイルの取扱い']);
  expect(first).toEqual({
    text: '特定個人情報ファイル',
    term: TERMS.find(({ id }) => id === 'specificFile'),
  });
});
