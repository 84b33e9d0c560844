/** A process that this one started, as its starter sees it: `To` is sent to it, `From` comes back. */
export interface Child<To, From> {
  readonly send: (message: To) => void;
  readonly onMessage: (listener: (message: From) => void) => void;
  readonly onExit: (listener: () => void) => void;
  /** Ends it at once, whatever it is doing. */
  readonly end: () => void;
}
