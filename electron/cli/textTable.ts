const GAP = '  ';

/** Rows as lines of aligned columns for a terminal, in which full-width characters take two places. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = (plain[0] ?? []).map((_, column) =>
    Math.max(...plain.map((row) => widthOf(row[column] ?? ''))),
  );
  return plain.map((row) => lineOf(row, widths)).join('\n');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)));
  return cells.join(GAP).trimEnd();
}

/** Characters of East Asia, and their punctuation and full-width forms, are two places wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Marks that are drawn over the character before them take no place. */
const COMBINING = /[\p{Mn}\p{Me}\p{Cf}]/u;

export function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, char) => sum + (COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1),
    0,
  );
}
