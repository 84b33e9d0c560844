/** The part of a text that matches a wording; `mistakes`: letters that differ. */
export interface WordingMatch {
  readonly from: number;
  readonly to: number;
  readonly mistakes: number;
}

/** The first exact occurrence from `start` on, else the nearest wording with few letters wrong. */
export function findWording(text: string, wording: string, start: number): WordingMatch | undefined {
  if (wording === '') return undefined;
  const from = text.indexOf(wording, start);
  if (from >= 0) return { from, to: from + wording.length, mistakes: 0 };
  return findTolerantly(text, wording, start);
}

/** A wording shorter than this is only known when every letter is right. */
const MIN_TOLERANT_LENGTH = 4;
/** One letter in so many may be wrong. */
const LETTERS_PER_MISTAKE = 4;

/** Sellers' algorithm: the part of the text with the smallest edit distance to the wording. */
function findTolerantly(text: string, wording: string, start: number): WordingMatch | undefined {
  if (wording.length < MIN_TOLERANT_LENGTH || text.length - start < wording.length / 2) return undefined;
  const allowed = Math.max(1, Math.floor(wording.length / LETTERS_PER_MISTAKE));
  if (lettersMissing(text, wording, start) > allowed) return undefined;
  let costs = Array.from({ length: wording.length + 1 }, (_, row) => row);
  let origins = costs.map(() => start);
  let best: WordingMatch | undefined;
  for (let column = start; column < text.length; column++) {
    [costs, origins] = nextColumn(costs, origins, wording, text[column] ?? '', column);
    const mistakes = costs[wording.length] ?? Infinity;
    if (mistakes <= allowed && mistakes < (best?.mistakes ?? Infinity))
      best = { from: origins[wording.length] ?? start, to: column + 1, mistakes };
  }
  return best;
}

/** Letters of the wording that are nowhere in the text: a quick way to exclude it. */
function lettersMissing(text: string, wording: string, start: number): number {
  let missing = 0;
  for (const letter of wording) if (!text.includes(letter, start)) missing++;
  return missing;
}

function nextColumn(
  costs: readonly number[],
  origins: readonly number[],
  wording: string,
  letter: string,
  column: number,
): [number[], number[]] {
  const [newCosts, newOrigins] = [[0], [column + 1]];
  for (let row = 1; row <= wording.length; row++) {
    const choices = [
      [(costs[row - 1] ?? 0) + (wording[row - 1] === letter ? 0 : 1), row === 1 ? column : origins[row - 1]],
      [(costs[row] ?? 0) + 1, origins[row]],
      [(newCosts[row - 1] ?? 0) + 1, newOrigins[row - 1]],
    ] as const;
    const [cost, origin] = choices.reduce((least, choice) => (choice[0] < least[0] ? choice : least));
    newCosts.push(cost);
    newOrigins.push(origin ?? column);
  }
  return [newCosts, newOrigins];
}
