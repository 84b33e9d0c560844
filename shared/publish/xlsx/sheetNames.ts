const MAX_LENGTH = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/** Names of sheets as Excel allows them: at most 31 characters, none of []:*?/\, all different. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const name = freeName(allowed(title), taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function allowed(title: string): string {
  const name = title
    .replace(FORBIDDEN, '＿')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' ? 'シート' : name;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `(${String(number)})`;
    const candidate = firstUnits(name, MAX_LENGTH - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** The first UTF-16 units of a text, never half of a character. */
function firstUnits(text: string, length: number): string {
  let result = '';
  for (const char of text) {
    if (result.length + char.length > length) break;
    result += char;
  }
  return result;
}
