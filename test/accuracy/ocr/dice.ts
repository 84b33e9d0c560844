/** Numbers in 0..1, the same for the same seed. */
export type Dice = () => number;

export function pick<T>(roll: Dice, from: readonly T[]): T {
  return from[Math.floor(roll() * from.length)] as T;
}
