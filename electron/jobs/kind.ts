/** What a job may use while it runs. */
export interface JobTools {
  /** The bytes of an attachment of the document that the job works on. Rejects with a `Failure` where they cannot be had. */
  readonly attachment: (hash: string) => Promise<Uint8Array | undefined>;
  /** Reports how far the work is; `total` is null while that is not known. */
  readonly progress: (step: string, done: number, total: number | null) => void;
  /** Set once the person asked to stop: long loops look at it. */
  readonly signal: AbortSignal;
}
