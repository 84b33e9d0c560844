/** The line from a process to the one that started it: the shell, or the command line in plain Node. */
export interface StarterPort<In, Out> {
  readonly send: (message: Out) => void;
  readonly onMessage: (listener: (message: In) => void) => void;
}

export function starterPort<In, Out>(): StarterPort<In, Out> {
  return 'parentPort' in process ? inElectron() : inNode();
}

function inElectron<In, Out>(): StarterPort<In, Out> {
  const { parentPort } = process;
  return {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }: { data: In }) => listener(data)),
  };
}

function inNode<In, Out>(): StarterPort<In, Out> {
  // Nobody waits for the answer any more.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as In)),
  };
}
