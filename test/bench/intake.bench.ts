import { execFileSync } from 'node:child_process';
import { strToU8 } from 'fflate';
import { formOf } from '../../shared/forms/catalog';
import { readText } from '../../shared/intake/readers/text';
import { recognise } from '../../shared/intake/recognise/recognise';
import { PROMISES, publishedTexts, TABLE_HEAD } from '../accuracy/table';
import { filledAssessment } from '../unit/shared/intake/recognise/filled';
import { PLAIN, recognitionText } from '../unit/shared/intake/recognise/recognitionText';
import { type Bench, time } from './frame';

const CHARACTERS = 160_000;

export const bench: Bench = {
  area: 'intake',
  run: async () => {
    const bytes = strToU8(longText());
    return [
      await time(`import a text of ${String(CHARACTERS)} characters`, () =>
        recognise(readText(bytes, 'みなも市.txt')),
      ),
    ];
  },
  table: () => Promise.resolve(accuracyTable()),
};

/** The table that the accuracy test prints: the reader of PDF needs the test's runtime. */
function accuracyTable(): readonly string[] {
  if (publishedTexts() === undefined) return ['accuracy: skipped, ../shared is not there'];
  const call = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    'test/unit/shared/intake/accuracy.test.ts',
  ];
  const printed = execFileSync(process.execPath, call, { encoding: 'utf8' }).split('\n');
  const files = PROMISES.map(({ file }) => file);
  return [TABLE_HEAD, ...printed.filter((line) => files.some((file) => line.startsWith(`${file} `)))];
}

/** A 様式4 as text recognition writes it, with as many 特定個人情報ファイル as fill the length. */
function longText(): string {
  for (let files = 4; ; files += 2) {
    const assessment = filledAssessment(formOf('form4'), 1, { files, entries: 6, rows: 200 });
    const text = recognitionText(assessment, PLAIN);
    if (text.length >= CHARACTERS) return text.slice(0, CHARACTERS);
  }
}
