import type { Cancel, Clock, Host, Machine } from '../../../electron/machine/machine';
import { Calls, type CallWorld } from './calls';
import { SimulatedFiles } from './files';
import type { Process } from './pc';

/** The PC as one of its programs sees it. */
export function machineOf(world: CallWorld, process: Process): Machine {
  const { pc, id, random } = process;
  const isRunning = (wanted: number) => [...pc.processes].some((other) => other.id === wanted);
  const host: Host = { name: pc.settings.hostName, processId: id, isRunning };
  const files = new SimulatedFiles(process, new Calls(world, process));
  return { files, clock: clockOf(world, process), host, random: (bytes) => random.hex(bytes) };
}

function clockOf({ scheduler }: CallWorld, process: Process): Clock {
  const { pc } = process;
  const trueTime = (milliseconds: number) => milliseconds / pc.settings.rate;
  const after = (milliseconds: number, work: () => void): Cancel => {
    const event = scheduler.after(trueTime(milliseconds), process, work);
    return () => scheduler.cancel(event);
  };
  const every = (milliseconds: number, work: () => void): Cancel => {
    let cancel: Cancel = () => undefined;
    const again = () => {
      cancel = after(milliseconds, again);
      work();
    };
    cancel = after(milliseconds, again);
    return () => cancel();
  };
  return {
    now: () => pc.now(),
    elapsed: () => Math.floor(scheduler.now * pc.settings.rate),
    sleep: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    after,
    every,
  };
}
