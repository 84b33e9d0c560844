/** A line as a cell of so many characters shows it. */
export function wrapped(line: string, width: number): readonly string[] {
  const count = Math.max(1, Math.ceil(line.length / width));
  return Array.from({ length: count }, (_, at) => line.slice(at * width, (at + 1) * width));
}
