/** How many generations are kept whatever their age. */
export const NEWEST_KEPT = 10;

/** For how many days back the last generation of each day is kept. */
export const DAYS_KEPT = 30;

/** The least time between two generations of one editing session (ms). */
export const BACKUP_EVERY = 10 * 60_000;

const DAY = 24 * 60 * 60_000;

/** Which of the generations may go: neither among the newest ten nor the last of one of the past thirty days. */
export function expired<T extends { readonly at: number }>(
  generations: readonly T[],
  now: number,
): readonly T[] {
  const newestFirst = [...generations].sort((a, b) => b.at - a.at);
  const kept = new Set<T>(newestFirst.slice(0, NEWEST_KEPT));
  const days = new Set<string>();
  for (const generation of newestFirst) {
    const day = new Date(generation.at).toDateString();
    if (now - generation.at > DAYS_KEPT * DAY || days.has(day)) continue;
    days.add(day);
    kept.add(generation);
  }
  return newestFirst.filter((generation) => !kept.has(generation));
}
