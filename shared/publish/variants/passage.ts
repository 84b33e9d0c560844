/** Words looked for in texts, white space and line breaks aside. */
export type Passage = string;

export function found(text: string, passage: Passage): boolean {
  const pattern = patternOf(passage);
  return pattern?.test(text) ?? false;
}

/** The text with every occurrence of the passage replaced. */
export function replaced(text: string, passage: Passage, by: string): string {
  const pattern = patternOf(passage);
  return pattern ? text.replace(pattern, () => by) : text;
}

/** White space may stand between any two characters of the passage; undefined for a passage of nothing but white space. */
function patternOf(passage: Passage): RegExp | undefined {
  const characters = Array.from(passage.replace(/\s/g, ''));
  if (characters.length === 0) return undefined;
  return new RegExp(
    characters.map((char) => char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s*'),
    'gu',
  );
}
