import { expect, test } from 'vitest';
import type { Path } from '../../../../../shared/assessment/path';
import { writeHtml } from '../../../../../shared/publish/html/write';
import type { CellRole, Row } from '../../../../../shared/publish/model/types';

const line = (text: string) => ({ kind: 'line', role: 'text', parts: [[{ text }]] }) as const;
const cell = (role: CellRole, text: string, path?: string) => ({
  role,
  span: 1,
  content: [line(text)],
  ...(path ? { paths: [path] } : {}),
});
const row = (label: string, text: string, path: string): Row => ({
  cells: [cell('label', label), cell('value', text, path)],
});

function htmlOf(rows: readonly Row[], link?: (path: Path) => string): string {
  const table = { kind: 'table', label: '表', columns: [1, 1], rows } as const;
  const section = { key: 'I', title: 'Ⅰ', orientation: 'portrait', blocks: [table] } as const;
  const print = { title: '湖', formName: '', agency: '', comments: [], sections: [section] };
  return writeHtml(print, link ? { link } : {});
}

/** The text of each link and where it leads. */
const linksIn = (html: string) =>
  Array.from(html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g), ([, to, inside = '']) => [
    inside.replace(/<[^>]*>/g, ''),
    to,
  ]);

test('in the preview a value leads to its item, also a blank one, and a label to the value that it names', () => {
  const rows: readonly Row[] = [
    { cells: [cell('band', 'システム1')] },
    row('①名称', '住記', 'a'),
    row('②機能', '', 'b'),
    { ...row('③接続', '長い文章', 'c'), breakable: true },
  ];
  expect(linksIn(htmlOf(rows, (path) => `item:${path}`))).toEqual([
    ['システム1', 'item:a'],
    ['①名称', 'item:a'],
    ['住記', 'item:a'],
    ['②機能', 'item:b'],
    ['', 'item:b'],
    ['③接続', 'item:c'],
    ['長い文章', 'item:c'],
  ]);
});

test('a file that is handed out has no links', () => {
  expect(linksIn(htmlOf([row('①名称', '住記', 'a')]))).toEqual([]);
});
