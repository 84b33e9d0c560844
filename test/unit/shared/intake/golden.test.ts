import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../shared/intake/readers/text';
import { recognise } from '../../../../shared/intake/recognise/recognise';
import { goldenOf } from './golden';

const FIXTURES = 'test/fixtures/intake';

/** Golden files are read and corrected by a person; `GOLDEN=write` writes those that are not there. */
describe('texts of みなも市', () => {
  it.each(['minamo-waterside', 'minamo-library'])('%s is read as its golden file says', (name) => {
    const text = readFileSync(`${FIXTURES}/${name}.txt`);
    const golden = `${FIXTURES}/${name}.golden.json`;
    const read = JSON.stringify(goldenOf(recognise(readText(text, `${name}.txt`))), null, 1);
    if (process.env.GOLDEN === 'write' && !existsSync(golden)) writeFileSync(golden, `${read}\n`);
    expect(JSON.parse(read)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});
