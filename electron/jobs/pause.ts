import type { JobTools } from './kind';

/** Waits, reporting each step: shows that progress, cancelling and crashing of jobs work on this PC. */
export async function pause(
  { steps, ms, crash }: { steps: number; ms: number; crash?: boolean },
  { progress, signal }: JobTools,
): Promise<{ done: number }> {
  let done = 0;
  while (done < steps && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    done += 1;
    progress('pause', done, steps);
    if (crash) process.abort();
  }
  return { done };
}
