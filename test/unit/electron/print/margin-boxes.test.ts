import { expect, test } from 'vitest';
import { withMarginBoxes } from '../../../../electron/print/margin-boxes';

const page = '<!doctype html><html><head><title>評価書</title></head><body></body></html>';

test('a printed page has the title at its head and its number at its foot', () => {
  const style = /<style>(.*)<\/style><\/head>/.exec(
    withMarginBoxes(page, '予防接種に関する事務 重点項目評価書'),
  )?.[1];
  expect(style).toContain('@top-right{content:"予防接種に関する事務 重点項目評価書"');
  expect(style).toContain('@bottom-center{content:counter(page) " / " counter(pages)');
});

test('a title cannot leave its string, whatever it is', () => {
  const made = withMarginBoxes(page, 'A"}</style><script>\\\n$&');
  expect(made.match(/<\/style>/g)).toHaveLength(1);
  expect(made).not.toContain('<script>');
  expect(made).toContain('content:"A\\22 }\\3c /style\\3e \\3c script\\3e \\5c \\a $\\26 "');
});

test('a very long title is cut, and without a title only the number stands there', () => {
  expect(withMarginBoxes(page, '長'.repeat(80))).toContain(`"${'長'.repeat(60)}…"`);
  expect(withMarginBoxes(page, '')).not.toContain('@top-right');
});
