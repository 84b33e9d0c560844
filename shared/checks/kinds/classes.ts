/** Classes of numbers that the form offers: 1万人以上10万人未満. */
export interface NumberClass {
  /** The smallest number of the class. */
  readonly from: number;
  /** The first number above the class; Infinity where it is open. */
  readonly below: number;
}

const NUMBER = /([0-9,]+)(万)?/gu;

/** The bounds of a printed class; undefined for anything else. */
export function classOf(label: string): NumberClass | undefined {
  const numbers = [...label.matchAll(NUMBER)].map(
    ([, digits = '', myriad]) => Number(digits.replaceAll(',', '')) * (myriad ? 10_000 : 1),
  );
  const [first = 0, second] = numbers;
  if (numbers.length === 0) return undefined;
  if (/以上.*未満/u.test(label)) return { from: first, below: second ?? Infinity };
  if (label.includes('未満')) return { from: 0, below: first };
  return label.includes('以上') ? { from: first, below: Infinity } : undefined;
}
