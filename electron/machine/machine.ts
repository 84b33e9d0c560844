import type { FileSystem } from './fileSystem';

/** Stops a timer; has no effect after it ran. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970 UTC, as this PC believes; may differ between PCs and may jump. */
  now(): number;
  /**
   * Milliseconds since an arbitrary moment; never goes back. Includes the time in which the PC slept: what must not happen
   * late measures with it.
   */
  elapsed(): number;
  sleep(milliseconds: number): Promise<void>;
  after(milliseconds: number, work: () => void): Cancel;
  every(milliseconds: number, work: () => void): Cancel;
}

/** The PC and the process. */
export interface Host {
  readonly name: string;
  readonly processId: number;
  /** Whether a process of this PC runs; true also where it belongs to somebody else. */
  isRunning(processId: number): boolean;
}

/**
 * Everything that the saving of documents needs of the PC it runs on. The program has the real one; the simulator has PCs with
 * slow disks, wrong clocks and processes that end at any call.
 */
export interface Machine {
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly host: Host;
  /** Random bytes as hexadecimal digits, two for each byte. */
  readonly random: (bytes: number) => string;
}
