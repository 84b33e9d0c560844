/** Half-width characters count half. */
export function widthOf(line: string): number {
  const narrow = line.match(/[\u0020-\u007e\uff61-\uff9f]/g)?.length ?? 0;
  return line.length - narrow / 2;
}

/** A value by itself. */
export function isDash(line: string | undefined): boolean {
  return /^\s*[-‐‑–—―−－ーｰ]\s*$/.test(line ?? '');
}
