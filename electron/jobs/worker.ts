import type { Child } from '../processes/child';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob, ToJob } from './messages';
import { runIn, type JobOptions } from './outcome';

/** Runs jobs one after the other. */
export interface JobWorker {
  readonly run: <Name extends JobName>(
    name: Name,
    input: JobInput<Name>,
    options?: JobOptions,
  ) => Promise<JobOutput<Name>>;
  readonly end: () => void;
}

/**
 * A worker whose process serves many jobs: starting one for each file of a folder would take longer than reading the file. After a
 * job that brought the process down, or was cancelled, the next one gets a new process.
 */
export function jobWorker(start: () => Child<ToJob, FromJob>): JobWorker {
  let process: ReusedChild | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const runNow: JobWorker['run'] = (name, input, options = {}) => {
    const used = process?.isRunning === true ? process : new ReusedChild(start());
    process = used;
    return runIn(used.forOneJob(), name, input, options).finally(() => {
      if (options.signal?.aborted) used.end();
    });
  };
  return {
    // An answer of the process belongs to the job that runs: a second one waits for the first to end.
    run(name, input, options) {
      const next = last.then(() => runNow(name, input, options));
      last = next.catch(() => undefined);
      return next;
    },
    end: () => process?.end(),
  };
}

/** Messages and the end of a process go to the job that runs at the time. */
class ReusedChild {
  isRunning = true;
  #message: (message: FromJob) => void = () => undefined;
  #exit: () => void = () => undefined;

  constructor(private readonly child: Child<ToJob, FromJob>) {
    child.onMessage((message) => this.#message(message));
    child.onExit(() => {
      this.isRunning = false;
      this.#exit();
    });
  }

  forOneJob(): Child<ToJob, FromJob> {
    return {
      send: this.child.send,
      onMessage: (listener) => (this.#message = listener),
      onExit: (listener) => (this.#exit = listener),
      end: () => this.end(),
    };
  }

  end(): void {
    this.isRunning = false;
    this.child.end();
  }
}
