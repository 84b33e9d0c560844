import { fork } from 'node:child_process';
import type { Child } from './child';

/** Starts a script of this program by plain Node, with these switches. */
export function forkChild<To extends object, From>(
  script: string,
  switches: readonly string[] = [],
): Child<To, From> {
  const child = fork(script, [], {
    execArgv: [...switches],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // Whoever waits for an answer hears of the end by `onExit`.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as From)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill('SIGKILL'),
  };
}
