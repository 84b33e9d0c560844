/** Share of the longer text that an alignment by edit distance keeps, 0..1. Meant for headings, not for long texts. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const long = Math.max(a.length, b.length);
  return long === 0 ? 1 : 1 - distance(a, b) / long;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) row = nextRow(row, a.charCodeAt(i - 1), b, i);
  return row[b.length] ?? 0;
}

function nextRow(above: readonly number[], code: number, b: string, first: number): number[] {
  const row = [first];
  for (let j = 1; j <= b.length; j++) {
    const kept = (above[j - 1] ?? 0) + (code === b.charCodeAt(j - 1) ? 0 : 1);
    row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, kept));
  }
  return row;
}
