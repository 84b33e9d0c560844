import { sqlite } from '../../electron/database/format';
import { runCampaign } from './campaign';

/** Runs the campaign in this process and reports it; `begin` is called before each file. Answers whether nothing went wrong. */
export async function main(count: number, seed: number, begin: (at: number) => void): Promise<boolean> {
  const result = runCampaign(await sqlite(), { count, seed, begin });
  console.log(`${String(result.files)} damaged files, seeds ${String(seed)} to ${String(seed + count - 1)}`);
  for (const [outcome, files] of Object.entries(result.outcomes).sort())
    console.log(`  ${outcome}: ${String(files)}`);
  console.log(`  items rescued of refused files with digests: ${(100 * result.rescuedShare).toFixed(1)} %`);
  console.log(`  slowest file: ${result.slowest.toFixed(0)} ms`);
  console.log(
    `  silently wrong: ${String(result.silentlyWrong.length)}, wrongly rescued: ${String(result.wronglyRescued.length)}`,
  );
  for (const story of [...result.silentlyWrong, ...result.wronglyRescued]) console.log(`    ${story}`);
  return result.silentlyWrong.length + result.wronglyRescued.length === 0;
}
