/** 2026-04-01 as 20260401, in the time of this PC. */
export function dayNumber(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();
}
