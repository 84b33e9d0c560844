/** One plain line about what is being done. @param {string} text */
export const say = (text) => console.log(`▸ ${text}`);

/** A failure that a person can act on: shown without a stack. */
export class Plainly extends Error {}

/**
 * Runs a script's main function; a plain failure ends it with its sentence alone.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Plainly ? error.message : error);
    process.exitCode = 1;
  }
}
