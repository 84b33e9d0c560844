/** What a job may use while it runs. */
export interface JobTools {
  /** Reports how far the work is; `total` is null while that is not known. */
  readonly progress: (step: string, done: number, total: number | null) => void;
  /** Set once the person asked to stop: long loops look at it. */
  readonly signal: AbortSignal;
}
