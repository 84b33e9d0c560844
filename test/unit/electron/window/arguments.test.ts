import { expect, test } from 'vitest';
import { filesOf } from '../../../../electron/window/arguments';

test('files are made absolute; switches, the program and its own folder are left out', () => {
  const argv = ['/opt/app', '--inspect=0', '/src/app', '--no-sandbox', 'a 評価書.hyoka', '/x/b.docx', ''];
  expect(filesOf(argv, '/src/app', '/home/u')).toEqual(['/home/u/a 評価書.hyoka', '/x/b.docx']);
});

test('a packaged program has no folder among its arguments', () => {
  expect(filesOf(['/opt/app'], '/opt/resources/app.asar', '/')).toEqual([]);
  expect(filesOf(['/opt/app', '/opt/resources/app.asar', 'a.hyoka'], '/elsewhere', '/d')).toEqual([
    '/d/a.hyoka',
  ]);
});
