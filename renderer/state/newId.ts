const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id of an entry: 10 letters and digits, unique for all practical purposes (36¹⁰). */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(10));
  return Array.from(random, (number) => LETTERS.charAt(number % LETTERS.length)).join('');
}
