import { describe, expect, it } from 'vitest';
import { readSource } from './tree';

const PARTS = ['Status', 'Context', 'Decision', 'Consequence'] as const;

interface DecisionRecord {
  readonly heading: string;
  readonly body: string;
}

const records: readonly DecisionRecord[] = readSource('docs/DECISIONS.md')
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [heading = '', ...body] = text.split('\n');
    return { heading, body: body.join('\n') };
  });

/** The parts that a record lacks, or has at another place than the others have them. */
function missingParts({ body }: DecisionRecord): readonly string[] {
  const places = PARTS.map((part) => body.search(new RegExp(`^${part}: \\S`, 'm')));
  return PARTS.filter((_, at) => (places[at] ?? -1) <= (at === 0 ? -1 : (places[at - 1] ?? -1)));
}

describe('docs/DECISIONS.md', () => {
  it('holds records', () => expect(records.length).toBeGreaterThan(100));

  it.each(records)('$heading has a date and its four parts in order', (record) => {
    expect(record.heading).toMatch(/^20\d\d-\d\d-\d\d \S/);
    expect(missingParts(record)).toEqual([]);
  });

  it('says of each record whether it holds', () => {
    const status = (body: string) => /^Status: (.*)$/m.exec(body)?.[1] ?? '';
    expect(records.filter(({ body }) => !/^(accepted|superseded by ".+")/.test(status(body)))).toEqual([]);
  });

  it('names a record once', () => {
    const names = records.map(({ heading }) => heading.slice(11));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
