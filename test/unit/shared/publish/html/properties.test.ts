import { expect, test } from 'vitest';
import { propertiesIn } from '../../../../../shared/publish/html/properties';
import { writeHtml } from '../../../../../shared/publish/html/write';

const page = (agency: string, formName: string) =>
  writeHtml({ title: '湖畔', formName, agency, sections: [], comments: [] });

test('author and subject are read as they were written', () => {
  const author = '湊市長 <"&lt;">';
  expect(propertiesIn(page(author, '全項目評価書'))).toEqual({ author, subject: '全項目評価書' });
});

test('a page without a head of ours has neither', () => {
  expect(propertiesIn('<p><meta name="author" content="x">')).toEqual({ author: '', subject: '' });
});
