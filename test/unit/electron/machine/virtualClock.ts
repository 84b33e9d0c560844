import type { Cancel, Clock } from '../../../../electron/machine/machine';

/** A clock whose time passes only when a test says so. */
export interface VirtualClock extends Clock {
  /** Lets time pass (ms): timers run at their moment, and what waits for them goes on before time does. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** The PC sleeps (ms): time passes, timers run late, all at once. */
  readonly sleepThrough: (milliseconds: number) => void;
  /** Timers that have not run. */
  readonly waiting: number;
}

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

export function virtualClock(start = 1_000_000): VirtualClock {
  let now = start;
  const timers = new Set<Timer>();
  const after = (milliseconds: number, work: () => void) => {
    const timer = { at: now + milliseconds, work };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const next = (until: number) => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    elapsed: () => now,
    after,
    sleep: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    every: (milliseconds, work) => {
      let cancel: Cancel = () => undefined;
      const again = () => {
        cancel = after(milliseconds, again);
        work();
      };
      cancel = after(milliseconds, again);
      return () => cancel();
    },
    pass: async (milliseconds) => {
      const until = now + milliseconds;
      await settled();
      for (let timer = next(until); timer; timer = next(until)) {
        now = Math.max(now, timer.at);
        timers.delete(timer);
        timer.work();
        await settled();
      }
      now = until;
    },
    sleepThrough: (milliseconds) => {
      now += milliseconds;
    },
    get waiting() {
      return timers.size;
    },
  };
}

/** Everything that waits for no timer has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
