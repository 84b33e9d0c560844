import { utilityProcess } from 'electron';
import type { Child } from './child';

/** Starts a script of this program in a process of Electron, with these switches. */
export function utilityChild<To, From>(
  script: string,
  serviceName: string,
  switches: readonly string[] = [],
): Child<To, From> {
  const child = utilityProcess.fork(script, [], { serviceName, execArgv: [...switches], stdio: 'ignore' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: From) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill(),
  };
}
