import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { FromJob, ToJob } from '../../electron/jobs/messages';
import { nodeSwitches } from '../../electron/jobs/heap';

/** What came of reading a file. */
export interface Answer {
  /** `read`, the code of a refusal, or `ended` for a process that was ended for its time or memory. */
  readonly code: string;
  /** False for an error that nobody foresaw. */
  readonly isKnown: boolean;
  readonly ms: number;
  /** Most memory of the process meanwhile (bytes); 0 where that cannot be known (not Linux). */
  readonly memory: number;
}

/**
 * A guarded process that reads one file after the other, as that of the program does with one. It is started again after it ended. A file
 * on which it ended is read once more, by a new process: what earlier files left in memory is not its fault.
 */
export class ReadingProcess {
  private child: ChildProcess | undefined;

  /** `program`: that of a job, built (`buildJob`). */
  constructor(private readonly program: string) {}

  async read(path: string): Promise<Answer> {
    const isNew = this.child === undefined;
    const answer = await this.readOnce(path);
    return answer.code === 'ended' && !isNew ? this.readOnce(path) : answer;
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async readOnce(path: string): Promise<Answer> {
    const child = (this.child ??= await started(this.program));
    forgetPeak(child);
    const begun = performance.now();
    const result = await answerOf(child, path, () => peakOf(child));
    const ms = performance.now() - begun;
    if (result.end === undefined) {
      this.child = undefined;
      return { code: 'ended', isKnown: true, ms, memory: result.memory };
    }
    const code = result.end.result.ok ? 'read' : nameOf(result.end.result.error);
    return { code, isKnown: !code.startsWith('unexpected'), ms, memory: result.memory };
  }
}

type End = Extract<FromJob, { kind: 'end' }>;

/** How often the memory is looked at (ms): after its end a process cannot be asked any more. */
const EVERY = 20;

function answerOf(
  child: ChildProcess,
  path: string,
  peak: () => number,
): Promise<{ end?: End; memory: number }> {
  let memory = 0;
  const look = () => (memory = Math.max(memory, peak()));
  const timer = setInterval(look, EVERY);
  return new Promise<{ end?: End; memory: number }>((resolve) => {
    const message: ToJob = { kind: 'run', name: 'intake', input: { path } };
    const ended = () => resolve({ memory });
    child.once('exit', ended);
    child.on('message', (answer: FromJob) => {
      if (answer.kind !== 'end') return;
      look();
      child.off('exit', ended);
      child.removeAllListeners('message');
      resolve({ end: answer, memory });
    });
    child.send(message);
  }).finally(() => clearInterval(timer));
}

/** Waits until the program has loaded: that is no part of the time of a file. */
async function started(program: string): Promise<ChildProcess> {
  const child = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: nodeSwitches('intake'),
  });
  child.send({ kind: 'run', name: 'pause', input: { steps: 0, ms: 0 } } satisfies ToJob);
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`${program} cannot be started`);
  return child;
}

/** A damaged reader is told apart from a damaged file, though a person is told the same. */
function nameOf({ code, params }: { code: string; params: Readonly<Record<string, unknown>> }): string {
  const detail = code === 'unexpected' ? params.detail : params.why;
  return typeof detail === 'string' ? `${code} (${detail})` : code;
}

function peakOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Lets the kernel begin its record of the highest memory anew (proc(5): clear_refs). */
function forgetPeak({ pid }: ChildProcess): void {
  try {
    writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
  } catch {
    // Elsewhere than on Linux the peak is not known.
  }
}
